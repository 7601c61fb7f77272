/* What the bytes of lines add up to: the weights of their n-grams (ngrams.py) and their classes (shape.py). */

#include "_kernel.h"

#define PRIME 0x01000193u
#define ROW_BITS 18 /* of the tables that a sample goes with: a quarter of their rows has two bytes */
#define SEGMENT 64 /* bytes x 4 orders x 255 < 2**16: no sum of a lane overflows before it is emptied */
#define LANES 4
#define OFFSET 128
#define SAMPLE 4
#define BLOCK 8
#define MOST_BLOCKS 4
#define COUNTERS 8
#define CLASSES (3 * 256)

/* Vectors as gcc and clang have them, on every processor. */
typedef uint8_t Weights __attribute__((vector_size(8)));
typedef uint16_t Lanes __attribute__((vector_size(16)));

/* Add one row of a table, a byte for each lane. */
ALWAYS void add_row(const uint8_t *row, const int width, Lanes *sums)
{
    for (int at = 0; at < width; at += BLOCK) {
        Weights weights = {0};
        memcpy(&weights, row + at, width < BLOCK ? LANES : BLOCK);
        sums[at / BLOCK] += __builtin_convertvector(weights, Lanes);
    }
}

/* Add the weights of the n-grams of one line to `total`: `width` lanes, a byte for each in every row of the table. The
 * number of a row is what is left of a hash after `shift`. A newline stands before and after the line, whatever really
 * does. The rows of the highest order that SAMPLE divides go to `drawn`, if it is given; return how many there are. */
ALWAYS Py_ssize_t sum_line(const uint8_t *line, int64_t length, const uint8_t *table, const int width, const int shift,
                           int64_t *total, uint16_t *drawn)
{
    uint32_t one = '\n' * MULTIPLIER, two = 0, three = 0, four = 0, five;
    Py_ssize_t found = 0;
    for (int64_t at = 0; at <= length;) {
        Lanes sums[MOST_BLOCKS] = {{0}};
        int64_t stop = at + SEGMENT <= length ? at + SEGMENT : length + 1;
        for (; at < stop; at++) {
            uint32_t byte = (at < length ? line[at] : '\n') * MULTIPLIER;
            five = (four * PRIME + byte) >> shift;
            four = three * PRIME + byte;
            three = two * PRIME + byte;
            two = one * PRIME + byte;
            one = byte;
            add_row(table + (size_t)(two >> shift) * width, width, sums);
            if (at >= 1)
                add_row(table + (size_t)(three >> shift) * width, width, sums);
            if (at >= 2)
                add_row(table + (size_t)(four >> shift) * width, width, sums);
            if (at < 3)
                continue;
            add_row(table + (size_t)five * width, width, sums);
            if (drawn) { /* no branch: chance would mislead it */
                drawn[found] = (uint16_t)(five / SAMPLE);
                found += five % SAMPLE == 0;
            }
        }
        for (int lane = 0; lane < width; lane++)
            total[lane] += sums[lane / BLOCK][lane % BLOCK];
    }
    int64_t ngrams = length < 3 ? (length + 1) * (length + 2) / 2 : 4 * length - 2;
    for (int lane = 0; lane < width; lane++)
        total[lane] -= OFFSET * ngrams;
    return found;
}

/* Return how many bits are left of a hash: the logarithm of the rows of a table, or -1 if they are no power of two. */
static int bits_of(Py_ssize_t rows)
{
    int bits = 0;
    while (bits < 32 && (Py_ssize_t)1 << bits < rows)
        bits++;
    return (Py_ssize_t)1 << bits == rows ? bits : -1;
}

/* sums(text, first, length, table, total, drawn, sizes) -> how many n-grams were drawn
 *
 * `text` is folded; its lines start at `first` and have `length` bytes. A row of `table` has a byte for each lane,
 * `total` a number for each line and lane, all zero. `drawn` takes the sample, in numbers of two bytes, `sizes` how many
 * of it are of each line; both may be None. */
PyObject *sums(PyObject *Py_UNUSED(module), PyObject *args)
{
    static const char *const kinds = "rRRrWwW";
    PyObject *objects[7];
    Py_buffer views[7], *text = views, *first = views + 1, *length = views + 2, *table = views + 3;
    Py_buffer *total = views + 4, *drawn = views + 5, *sizes = views + 6;
    if (!PyArg_ParseTuple(args, "OOOOOOO", objects, objects + 1, objects + 2, objects + 3, objects + 4, objects + 5,
                          objects + 6)
        || take(objects, views, kinds) < 0)
        return NULL;
    Py_ssize_t lines = first->len / 8, width = lines ? total->len / 8 / lines : LANES, found = 0, room = 0;
    int bits = width ? bits_of(table->len / width) : ROW_BITS, shift = 32 - bits; /* no lanes: nothing but a sample */
    const int64_t *begin = first->buf, *size = length->buf;
    int fit = inside(first, length, text->len) && bits > 0 && table->len == width << bits
              && total->len == lines * width * 8 && (width == LANES || width % BLOCK == 0) && width <= MOST_BLOCKS * BLOCK;
    for (Py_ssize_t line = 0; fit && line < lines; line++)
        room += size[line] + 1;
    if (drawn->buf)
        fit = fit && drawn->len / 2 >= room && (uintptr_t)drawn->buf % 2 == 0 && sizes->len == first->len && bits <= ROW_BITS;
    if (!fit)
        return leave(views, kinds, 0, 0);
    Py_BEGIN_ALLOW_THREADS
    for (Py_ssize_t line = 0; line < lines; line++) {
        const uint8_t *data = (const uint8_t *)text->buf + begin[line];
        int64_t *own = (int64_t *)total->buf + line * width;
        uint16_t *sampled = drawn->buf ? (uint16_t *)drawn->buf + found : NULL;
        Py_ssize_t more = 0;
        if (width == LANES && sampled) /* what is known when it is compiled runs twice as fast */
            more = sum_line(data, size[line], table->buf, LANES, shift, own, sampled);
        else if (width == LANES)
            sum_line(data, size[line], table->buf, LANES, shift, own, NULL);
        else if (width == BLOCK && !sampled)
            sum_line(data, size[line], table->buf, BLOCK, shift, own, NULL);
        else
            more = sum_line(data, size[line], table->buf, (int)width, shift, own, sampled);
        if (sampled)
            ((int64_t *)sizes->buf)[line] = more;
        found += more;
    }
    Py_END_ALLOW_THREADS
    return leave(views, kinds, 1, found);
}

/* classes(text, first, length, before, table, total) -> 0
 *
 * Add the packed 8-bit counters `table[class of the byte before + byte]` over every line to `total`, COUNTERS numbers
 * for each line. `before` has the class of each byte (0, 256 or 512), as numbers of two bytes. */
PyObject *classes(PyObject *Py_UNUSED(module), PyObject *args)
{
    static const char *const kinds = "rRRrRW";
    PyObject *objects[6];
    Py_buffer views[6], *text = views, *first = views + 1, *length = views + 2;
    if (!PyArg_ParseTuple(args, "OOOOOO", objects, objects + 1, objects + 2, objects + 3, objects + 4, objects + 5)
        || take(objects, views, kinds) < 0)
        return NULL;
    Py_ssize_t lines = first->len / 8;
    const int64_t *begin = first->buf, *size = length->buf;
    const uint16_t *before = views[3].buf;
    const uint64_t *table = views[4].buf;
    int fit = inside(first, length, text->len) && views[3].len == 512 && views[4].len == CLASSES * 8
              && views[5].len == lines * COUNTERS * 8;
    for (int byte = 0; fit && byte < 256; byte++)
        fit = before[byte] <= CLASSES - 256;
    if (!fit)
        return leave(views, kinds, 0, 0);
    Py_BEGIN_ALLOW_THREADS
    for (Py_ssize_t line = 0; line < lines; line++) {
        const uint8_t *data = (const uint8_t *)text->buf + begin[line];
        int64_t *own = (int64_t *)views[5].buf + line * COUNTERS;
        uint16_t class = before['\n'];
        for (int64_t at = 0; at < size[line];) {
            uint64_t word = 0;
            int64_t stop = at + SEGMENT < size[line] ? at + SEGMENT : size[line];
            for (; at < stop; at++) {
                word += table[class + data[at]];
                class = before[data[at]];
            }
            for (int counter = 0; counter < COUNTERS; counter++)
                own[counter] += (word >> (8 * counter)) & 0xFF;
        }
    }
    Py_END_ALLOW_THREADS
    return leave(views, kinds, 1, 0);
}
