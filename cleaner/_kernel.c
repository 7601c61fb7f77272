/* The inner loops of the package, compiled: the same whole numbers as its numpy code gives, bit for bit.
 *
 * Optional: without a compiler the package installs all the same and numpy does this work. tests/test_kernel.py compares
 * the two. This file is the module; each of the others beside it has one idea, and names the file that specifies it.
 */

#include "_kernel.h"

#define VERSION 9 /* as in compiled.py: raise both when a function changes */

int take(PyObject *const *objects, Py_buffer *views, const char *kinds)
{
    int at = 0;
    for (; kinds[at]; at++) {
        int writable = kinds[at] == 'w' || kinds[at] == 'W', item = kinds[at] < 'a' ? 8 : 1;
        views[at].obj = NULL, views[at].buf = NULL, views[at].len = 0;
        if (objects[at] == Py_None)
            continue;
        if (PyObject_GetBuffer(objects[at], &views[at], writable ? PyBUF_WRITABLE : PyBUF_SIMPLE) < 0)
            break;
        if (views[at].len % item || (uintptr_t)views[at].buf % item) {
            PyErr_SetString(PyExc_ValueError, "an array has numbers of another size, or is not aligned");
            PyBuffer_Release(&views[at]);
            break;
        }
    }
    if (!kinds[at])
        return 0;
    while (at--)
        PyBuffer_Release(&views[at]);
    return -1;
}

PyObject *leave(Py_buffer *views, const char *kinds, int fit, Py_ssize_t result)
{
    for (int at = 0; kinds[at]; at++)
        PyBuffer_Release(&views[at]);
    if (fit)
        return PyLong_FromSsize_t(result);
    PyErr_SetString(PyExc_ValueError, "arrays that do not fit each other");
    return NULL;
}

int inside(const Py_buffer *first, const Py_buffer *length, Py_ssize_t size)
{
    const int64_t *begin = first->buf, *bytes = length->buf;
    int fit = first->len == length->len;
    for (Py_ssize_t line = 0; fit && line < first->len / 8; line++)
        fit = begin[line] >= 0 && bytes[line] >= 0 && begin[line] <= size && bytes[line] <= size - begin[line];
    return fit;
}

int covers(const Py_buffer *first, Py_ssize_t lines)
{
    const int64_t *start = first->buf;
    Py_ssize_t documents = first->len / 8 - 1;
    int fit = documents >= 0 && start[0] == 0 && start[documents] == lines;
    for (Py_ssize_t document = 0; fit && document < documents; document++)
        fit = start[document] <= start[document + 1];
    return fit;
}

int sorted_lines(const Py_buffer *asked, Py_ssize_t lines)
{
    const int64_t *line = asked->buf;
    int64_t low = 0;
    for (Py_ssize_t at = 0; at < asked->len / 8; low = line[at++] + 1)
        if (line[at] < low || line[at] >= lines)
            return 0;
    return 1;
}

static PyObject *version(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(none))
{
    return PyLong_FromLong(VERSION);
}

static PyMethodDef METHODS[] = {
    {"version", version, METH_NOARGS, "Return the version of these functions."},
    {"sums", sums, METH_VARARGS, "Sum the weights of the n-grams of lines."},
    {"classes", classes, METH_VARARGS, "Count the classes of bytes of lines."},
    {"sift", sift, METH_VARARGS, "Find the runs of letters and digits that are worth a second look."},
    {"overlap", overlap, METH_VARARGS, "Count what the samples of lines share with paragraphs and headline."},
    {"features", features, METH_VARARGS, "Write what stands around lines, a row of numbers for each."},
    {"remember", remember, METH_VARARGS, "Write the states of a memory after every line."},
    {"walk", walk, METH_VARARGS, "Sum what the leaves of trees say that rows come to."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef MODULE = {PyModuleDef_HEAD_INIT, "_kernel", NULL, 0, METHODS, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__kernel(void)
{
    return PyModuleDef_Init(&MODULE);
}
