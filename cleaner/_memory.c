/* The states of a memory after every line, on its way forth and back over documents: memory.py has the specification. */

#include "_kernel.h"

#define TOP 128
#define FINE 8
#define MOST 256 /* states of one direction */

/* Let the states of one direction move as a line says, and write what they are. Nothing but clipped gates comes in: what
 * else there might be wraps around, as in numpy. The loops are apart for the sake of the compiler. */
static void pass_line(
    const int16_t *restrict move, const int16_t *restrict towards, int32_t *restrict state, int8_t *restrict to, Py_ssize_t states)
{
    for (Py_ssize_t at = 0; at < states; at++) {
        uint32_t way = (uint32_t)(towards[at] * (1 << FINE)) - (uint32_t)state[at];
        int32_t moved = (int32_t)((uint32_t)(move[at] + TOP) * way);
        state[at] = (int32_t)((uint32_t)state[at] + (uint32_t)(moved >> FINE));
    }
    for (Py_ssize_t at = 0; at < states; at++) {
        int32_t shown = (int32_t)((uint32_t)state[at] + (1 << (FINE - 1))) >> FINE;
        to[at] = (int8_t)(shown < TOP ? shown : TOP - 1);
    }
}

static void pass_document(const int16_t *gates, int8_t *to, int64_t begin, int64_t end, Py_ssize_t states)
{
    int32_t forth[MOST] = {0}, back[MOST] = {0};
    for (int64_t line = begin; line < end; line++)
        pass_line(gates + 4 * states * line, gates + 4 * states * line + 2 * states, forth, to + 2 * states * line, states);
    for (int64_t line = end - 1; line >= begin; line--) {
        const int16_t *gate = gates + 4 * states * line + states;
        pass_line(gate, gate + 2 * states, back, to + 2 * states * line + states, states);
    }
}

/* remember(first, gates, states) -> 0
 *
 * Document `d` has the lines from `first[d]` on. `gates` has for each line, in numbers of two bytes, how far the states
 * move on the way forth and back, and towards what; to `states` goes a byte for each of them. */
PyObject *remember(PyObject *Py_UNUSED(module), PyObject *args)
{
    static const char *const kinds = "Rrw";
    PyObject *objects[3];
    Py_buffer views[3];
    if (!PyArg_ParseTuple(args, "OOO", objects, objects + 1, objects + 2) || take(objects, views, kinds) < 0)
        return NULL;
    const int64_t *first = views[0].buf;
    const int16_t *gates = views[1].buf;
    int8_t *to = views[2].buf;
    Py_ssize_t documents = views[0].len / 8 - 1, lines = documents < 0 ? 0 : (Py_ssize_t)first[documents];
    Py_ssize_t states = lines > 0 ? views[2].len / 2 / lines : 0;
    int fit = covers(&views[0], lines) && (states > 0 || lines == 0) && states <= MOST && (uintptr_t)gates % 2 == 0
              && views[2].len == 2 * states * lines && views[1].len == 4 * views[2].len;
    if (!fit)
        return leave(views, kinds, 0, 0);
    Py_BEGIN_ALLOW_THREADS
    for (Py_ssize_t document = 0; document < documents; document++)
        pass_document(gates, to, first[document], first[document + 1], states);
    Py_END_ALLOW_THREADS
    return leave(views, kinds, 1, 0);
}
