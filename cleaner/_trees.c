/* Boosted trees, walked from root to leaf for every row: trees.py has the specification. */

#include "_kernel.h"

/* The nodes of all trees in a row; the left child of a node is the next one, the right one stands `right` further on. */
typedef struct {
    const uint8_t *column, *right;
    const float *threshold;
    const int16_t *value;
    Py_ssize_t count;
} Nodes;

/* Return what the leaf says that a row of `width` numbers comes to; set `fit` to 0 where it would come to no node. */
ALWAYS int64_t leaf_of(const Nodes *nodes, int64_t at, const float *row, Py_ssize_t width, int *fit)
{
    for (;;) {
        if (at < 0 || at >= nodes->count || nodes->column[at] >= width) {
            *fit = 0;
            return 0;
        }
        if (!nodes->right[at])
            return nodes->value[at];
        at += row[nodes->column[at]] <= nodes->threshold[at] ? 1 : nodes->right[at];
    }
}

/* walk(rows, column, threshold, right, value, roots, sets, total) -> 0
 *
 * `rows` are floats, a row for each of what is asked; a set has the trees from `sets` on, up to those of the next one.
 * To `total` goes the sum of what the trees of each set say of each row. */
PyObject *walk(PyObject *Py_UNUSED(module), PyObject *args)
{
    static const char *const kinds = "rrrrrRRW";
    PyObject *objects[8];
    Py_buffer views[8];
    if (!PyArg_ParseTuple(args, "OOOOOOOO", objects, objects + 1, objects + 2, objects + 3, objects + 4, objects + 5,
                          objects + 6, objects + 7)
        || take(objects, views, kinds) < 0)
        return NULL;
    const float *rows = views[0].buf;
    Nodes nodes = {views[1].buf, views[3].buf, views[2].buf, views[4].buf, views[1].len};
    const int64_t *roots = views[5].buf, *first = views[6].buf;
    int64_t *total = views[7].buf;
    Py_ssize_t trees = views[5].len / 8, sets = views[6].len / 8 - 1, asked = sets > 0 ? views[7].len / 8 / sets : 0;
    Py_ssize_t width = asked > 0 ? views[0].len / 4 / asked : 0;
    int fit = covers(&views[6], trees) && views[7].len == 8 * sets * asked && views[0].len == 4 * width * asked
              && views[2].len == 4 * nodes.count && views[3].len == nodes.count && views[4].len == 2 * nodes.count;
    fit = fit && (uintptr_t)rows % 4 == 0 && (uintptr_t)nodes.threshold % 4 == 0 && (uintptr_t)nodes.value % 2 == 0;
    if (!fit)
        return leave(views, kinds, 0, 0);
    Py_BEGIN_ALLOW_THREADS
    for (Py_ssize_t row = 0; row < asked; row++) {
        for (Py_ssize_t set = 0; set < sets; set++) {
            int64_t sum = 0;
            for (int64_t tree = first[set]; tree < first[set + 1]; tree++)
                sum += leaf_of(&nodes, roots[tree], rows + row * width, width, &fit);
            total[row * sets + set] = sum;
        }
    }
    Py_END_ALLOW_THREADS
    return leave(views, kinds, fit, 0);
}
