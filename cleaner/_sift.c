/* Which runs of letters and digits are worth a second look: tokens.py has the specification. */

#include "_kernel.h"

#define OTHER 0x85EBCA6Bu
#define SIZE 0xC2B2AE35u
#define KEY_BITS 18
#define NAME_BITS 20
#define LURE_BITS 16
#define SHORT 4 /* bytes of a run that a key is made of */
#define ROW 5 /* letters that stand alone, one byte apart */

/* Tables of tokens.Sieve: bits but for `fold`, which has the folded byte of letters and digits and 0 for all else, and
 * `odd`: 1 for bytes that letters in disguise start with, 2 for other scripts with letters like Latin ones. */
typedef struct {
    const uint8_t *fold, *odd, *endings, *openings, *ordinary, *lured;
    const uint32_t *keys;
    const int64_t *odds;
    Py_ssize_t lures;
    int64_t alone, together;
} Sieve;

ALWAYS int bit(const uint8_t *bits, uint32_t at)
{
    return bits[at >> 3] >> (7 - (at & 7)) & 1;
}

ALWAYS int latin(uint8_t byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

/* Tell whether a folded byte is a letter of the Latin alphabet. */
ALWAYS int letter(uint32_t folded)
{
    return (folded & 0xFF) - 'a' < 26u;
}

/* Tell whether the bytes at `at` hint at letters in disguise, as tokens.disguised does. */
static int disguised(const uint8_t *line, int64_t at, int64_t length, int foreign)
{
    uint8_t near[8]; /* from the byte before on; lines end in a newline */
    for (int step = 0; step < 8; step++)
        near[step] = at + step > 0 && at + step <= length ? line[at + step - 1] : '\n';
    uint8_t before = near[0], lead = near[1], second = near[2], third = near[3];
    int glued = before > 0x2F && before < 0x7B;
    switch (lead) {
    case 0xF0:
        return second == 0x9D || (second == 0x9F && third >= 0x84 && third <= 0x87);
    case 0xEF:
        return (second == 0xBC && ((third >= 0xA1 && third <= 0xBA) || (third >= 0x90 && third <= 0x99)))
               || (second == 0xBD && third >= 0x81 && third <= 0x9A)
               || (glued && (second == 0xBB || (second == 0xB8 && third == 0x8F)));
    case 0xE1:
        return second >= 0xB4 && second <= 0xB6;
    case 0xEA:
        return second == 0x9C;
    case 0xC9:
        return second == 0xAA || second == 0xA2 || second == 0xB4;
    case 0xCA:
        return second == 0x80 || second == 0x8F || second == 0x99 || second == 0x9C || second == 0x9F;
    case 0xE2:
        return (glued && ((second == 0x80 && third >= 0x8B && third <= 0x8F)
                          || (second == 0x81 && third >= 0xA0 && third <= 0xA4)
                          || (second == 0x9D && third >= 0xB6) || (second == 0x9E && third <= 0x93)))
               || (second == 0x92 && third >= 0xB6) || (second == 0x93 && third <= 0xA9);
    case 0xC2:
        return second == 0xAD && glued;
    case 0xCC:
    case 0xCD:
        return glued && third != '\n' && near[6] != '\n' && (near[4] == 0xCC || near[4] == 0xCD)
               && (near[7] == 0xCC || near[7] == 0xCD);
    default:
        return foreign && (latin(before) || latin(third));
    }
}

/* Return how many bytes at `at` are a sign, no letter, though its bytes are high ones. */
ALWAYS int sign(const uint8_t *line, int64_t at, int64_t length)
{
    uint8_t second = at + 1 < length ? line[at + 1] : '\n';
    switch (line[at]) {
    case 0xC2:
        return 2;
    case 0xE2:
    case 0xE3:
        return second == 0x80 ? 3 : 0;
    case 0xF0:
        return second == 0x9F ? 4 : 0;
    default:
        return 0;
    }
}

/* Return the odds of the run with this key among words of spam phrases, 0 if it is none. */
static int64_t odds_of(const Sieve *sieve, uint32_t key)
{
    Py_ssize_t low = 0, high = sieve->lures;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (sieve->keys[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sieve->lures && sieve->keys[low] == key ? sieve->odds[low] : 0;
}

/* Tell whether a run has a digit between letters. */
static int leet(const uint8_t *fold, const uint8_t *run, int64_t size)
{
    for (int64_t at = 1; at + 1 < size; at++)
        if (fold[run[at]] == '0' && fold[run[at - 1]] > 0x60 && fold[run[at + 1]] > 0x60)
            return 1;
    return 0;
}

/* What sift finds, where it goes next, and the run before in this line: its first and last byte, its odds as a lure, and
 * how many runs up to it are single letters with one byte between them. */
typedef struct {
    int64_t *chosen, *lured, *hidden, first, last, odds, row;
} Found;

/* Look at the run of `size` bytes from `begin` on in a line at byte `base` of the text; `end` has its last four bytes. */
ALWAYS void sift_run(const Sieve *sieve, const uint8_t *line, int64_t base, int64_t begin, int64_t size, uint32_t end,
                     int digit, Found *found)
{
    uint32_t first = end;
    if (size >= SHORT) {
        const uint8_t *fold = sieve->fold, *run = line + begin;
        first = fold[run[0]] | (uint32_t)fold[run[1]] << 8 | (uint32_t)fold[run[2]] << 16 | (uint32_t)fold[run[3]] << 24;
    }
    uint32_t key = ((first * MULTIPLIER) ^ (end * OTHER)) + (uint32_t)size * SIZE;
    key = (key ^ (key >> 15)) * MULTIPLIER;
    int likely = bit(sieve->endings, end * MULTIPLIER >> (32 - KEY_BITS))
                 | bit(sieve->openings, first * MULTIPLIER >> (32 - KEY_BITS)) | digit;
    int numbered = size > SHORT && end >> 16 == 0x3030 && letter(first) && letter(first >> 8) && letter(first >> 16);
    if (numbered | (likely & (size >= SHORT) & !bit(sieve->ordinary, key >> (32 - NAME_BITS))))
        *found->chosen++ = base + begin, *found->chosen++ = base + begin + size - 1;
    int64_t beside = begin - found->last == 2, odds = 0;
    if (bit(sieve->lured, key >> (32 - LURE_BITS)) && (odds = odds_of(sieve, key))) {
        if (beside && found->odds && found->odds + odds >= sieve->together)
            *found->lured++ = base + found->first;
        if (odds >= sieve->alone)
            *found->lured++ = base + begin;
    }
    found->row = beside && found->first == found->last ? found->row + 1 : 0;
    if (found->row >= ROW - 1)
        *found->hidden++ = base + begin - 2 * (ROW - 1);
    found->first = begin, found->last = begin + size - 1, found->odds = odds;
}

/* Sift the runs of one line, at byte `base` of the text. */
static void sift_line(const Sieve *sieve, const uint8_t *line, int64_t length, int64_t base, Found *found)
{
    found->first = found->last = -8, found->odds = found->row = 0;
    for (int64_t at = 0; at < length;) {
        int64_t begin = at, skip = 0;
        uint32_t end = 0, digit = 0;
        uint8_t folded;
        for (; at < length && (folded = sieve->fold[line[at]]); at++) {
            if (folded >= 0xC2 && sieve->odd[folded]) {
                if (disguised(line, at, length, sieve->odd[folded] == 2))
                    *found->hidden++ = base + at;
                if ((skip = sign(line, at, length)))
                    break;
            }
            end = end >> 8 | (uint32_t)folded << 24;
            digit |= folded == '0';
        }
        int64_t size = at - begin;
        if (size) {
            end >>= size < SHORT ? 8 * (SHORT - size) : 0;
            sift_run(sieve, line, base, begin, size, end, digit && leet(sieve->fold, line + begin, size), found);
        }
        at += skip ? skip : 1;
    }
}

/* sift(text, first, length, fold, odd, endings, openings, ordinary, lured, keys, odds, levels, chosen, lures, hidden,
 *      found) -> 0
 *
 * Look at the runs of letters and digits in the lines of `text` that start at `first` and have `length` bytes. To
 * `chosen` go the first and last byte of those worth a look, to `lures` the first of words of spam phrases, to `hidden`
 * where letters may be in disguise or spelled out; how many numbers went to each, to `found`. The tables are those of
 * tokens.Sieve, `levels` what makes a lure alone, and two together. */
PyObject *sift(PyObject *Py_UNUSED(module), PyObject *args)
{
    static const char *const kinds = "rRRrrrrrrrRRWWWW";
    PyObject *objects[16];
    Py_buffer views[16], *text = views, *first = views + 1, *length = views + 2, *found = views + 15;
    if (!PyArg_ParseTuple(args, "OOOOOOOOOOOOOOOO", objects, objects + 1, objects + 2, objects + 3, objects + 4,
                          objects + 5, objects + 6, objects + 7, objects + 8, objects + 9, objects + 10, objects + 11,
                          objects + 12, objects + 13, objects + 14, objects + 15)
        || take(objects, views, kinds) < 0)
        return NULL;
    Py_ssize_t lines = first->len / 8, most = 0;
    const int64_t *begin = first->buf, *size = length->buf, *levels = views[11].buf;
    int fit = inside(first, length, text->len) && views[3].len == 256 && views[4].len == 256
              && views[5].len == (1 << KEY_BITS) / 8 && views[6].len == (1 << KEY_BITS) / 8
              && views[7].len == (1 << NAME_BITS) / 8 && views[8].len == (1 << LURE_BITS) / 8
              && views[9].len * 2 == views[10].len && (uintptr_t)views[9].buf % 4 == 0 && views[11].len == 16
              && found->len == 24;
    for (Py_ssize_t line = 0; fit && line < lines; line++)
        most += size[line] + 1;
    if (!fit || views[12].len / 8 < most || views[13].len / 8 < most || views[14].len / 8 < most)
        return leave(views, kinds, 0, 0);
    Sieve sieve = {views[3].buf, views[4].buf, views[5].buf, views[6].buf, views[7].buf, views[8].buf,
                   views[9].buf, views[10].buf, views[10].len / 8, levels[0], levels[1]};
    Found out = {views[12].buf, views[13].buf, views[14].buf, 0, 0, 0, 0};
    Py_BEGIN_ALLOW_THREADS
    for (Py_ssize_t line = 0; line < lines; line++)
        sift_line(&sieve, (const uint8_t *)text->buf + begin[line], size[line], begin[line], &out);
    Py_END_ALLOW_THREADS
    int64_t *counts = found->buf;
    counts[0] = out.chosen - (int64_t *)views[12].buf;
    counts[1] = out.lured - (int64_t *)views[13].buf;
    counts[2] = out.hidden - (int64_t *)views[14].buf;
    return leave(views, kinds, 1, 0);
}
