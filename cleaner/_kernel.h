/* What the files of the kernel share: how arrays come in, small sums, and the functions that they offer.
 *
 * Arrays come in through the buffer protocol, so that neither numpy's headers nor a build for each version of Python are
 * needed. Sizes are checked before anything is read, and the lock of Python is not held while a batch is worked on.
 */

#define Py_LIMITED_API 0x030B0000
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

#define MULTIPLIER 0x9E3779B1u
#define ALWAYS static inline __attribute__((always_inline))

#pragma GCC visibility push(hidden) /* no other library may have functions of these names in their place */

/* Take the arrays of a call into `views`: for each a letter, `r` to read and `w` to write; None gives no address.
 * Numbers have eight bytes, where the letter is a capital one. Return 0, or -1 with nothing taken and an error set. */
int take(PyObject *const *objects, Py_buffer *views, const char *kinds);

/* Release the arrays, and return `result`, or what says that they do not fit each other. */
PyObject *leave(Py_buffer *views, const char *kinds, int fit, Py_ssize_t result);

/* Tell whether each of the lines that start at `first` and have `length` bytes lies in a text of `size` bytes. */
int inside(const Py_buffer *first, const Py_buffer *length, Py_ssize_t size);

/* Tell whether `first`, the first line of each document and the end, rises from 0 to `lines`. */
int covers(const Py_buffer *first, Py_ssize_t lines);

/* Tell whether `asked` are numbers of lines, each higher than the one before, and below `lines`. */
int sorted_lines(const Py_buffer *asked, Py_ssize_t lines);

ALWAYS int64_t least(int64_t one, int64_t other)
{
    return one < other ? one : other;
}

ALWAYS int64_t most(int64_t one, int64_t other)
{
    return one > other ? one : other;
}

PyObject *sums(PyObject *module, PyObject *args);
PyObject *classes(PyObject *module, PyObject *args);
PyObject *sift(PyObject *module, PyObject *args);
PyObject *overlap(PyObject *module, PyObject *args);
PyObject *features(PyObject *module, PyObject *args);
PyObject *remember(PyObject *module, PyObject *args);
PyObject *walk(PyObject *module, PyObject *args);

#pragma GCC visibility pop
