/* What the samples of lines share with the paragraphs and the first line of their document: recurrence.py specifies it. */

#include "_kernel.h"

#define TABLE (1 << 14)
#define PARAGRAPH 1
#define HEADLINE 2

/* overlap(first, sizes, rows, body, shared) -> 0
 *
 * Document `d` has the lines from `first[d]` on. Of each line, `sizes` tells how many numbers of two bytes it has in
 * `rows`, and `body` whether it is a paragraph. To `shared` go, for all lines, how many of them the paragraphs of the
 * document have, and then, for all lines, how many its first line has. */
PyObject *overlap(PyObject *Py_UNUSED(module), PyObject *args)
{
    static const char *const kinds = "RRrrW";
    PyObject *objects[5];
    Py_buffer views[5];
    if (!PyArg_ParseTuple(args, "OOOOO", objects, objects + 1, objects + 2, objects + 3, objects + 4)
        || take(objects, views, kinds) < 0)
        return NULL;
    const int64_t *first = views[0].buf, *sizes = views[1].buf;
    const uint16_t *rows = views[2].buf;
    const uint8_t *body = views[3].buf;
    Py_ssize_t documents = views[0].len / 8 - 1, lines = views[1].len / 8, left = views[2].len / 2;
    int fit = views[2].len % 2 == 0 && (uintptr_t)rows % 2 == 0 && views[3].len == lines
              && views[4].len == 2 * views[1].len && covers(&views[0], lines);
    for (Py_ssize_t line = 0; fit && line < lines; left -= sizes[line++])
        fit = sizes[line] >= 0 && sizes[line] <= left;
    if (!fit || left)
        return leave(views, kinds, 0, 0);
    int64_t *paragraphs = views[4].buf, *headlines = paragraphs + lines;
    Py_BEGIN_ALLOW_THREADS
    for (Py_ssize_t document = 0; document < documents; document++) {
        uint8_t seen[TABLE] = {0};
        const uint16_t *row = rows;
        for (int64_t line = first[document]; line < first[document + 1]; row += sizes[line++]) {
            uint8_t mark = (body[line] ? PARAGRAPH : 0) | (line == first[document] ? HEADLINE : 0);
            for (int64_t at = 0; mark && at < sizes[line]; at++)
                seen[row[at] % TABLE] |= mark;
        }
        for (int64_t line = first[document]; line < first[document + 1]; rows += sizes[line++]) {
            int64_t both[2] = {0, 0};
            for (int64_t at = 0; at < sizes[line]; at++) {
                uint8_t marks = seen[rows[at] % TABLE];
                both[0] += marks & PARAGRAPH;
                both[1] += marks / HEADLINE;
            }
            paragraphs[line] = both[0], headlines[line] = both[1];
        }
    }
    Py_END_ALLOW_THREADS
    return leave(views, kinds, 1, 0);
}
