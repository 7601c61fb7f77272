/* The lines around each line, as one row of numbers: context.py has the specification, and the names of the columns. */

#include "_kernel.h"

#define LANE_COUNT 26
#define FAR_COUNT 5
#define LOOK_COUNT 10
#define FLAG_COUNT 13
#define NEAR_LOOK_COUNT 3
#define NEAR_FLAG_COUNT 7
#define RECURRENCE_COUNT 6
#define SHAPE_COUNT 23
#define FEATURE_COUNT 218
#define FIRST_FLAG 10 /* of a shape; before them stand counts */
#define BODY 120
#define LIMIT 2047
#define FAR 40
#define OUTSIDE (-1)

static const int FAR_LANES[FAR_COUNT] = {0, 2, 1, 11, 3};
static const int REACHES[2] = {3, 8};
static const int NEAR_LOOKS[NEAR_LOOK_COUNT] = {9, 4, 1}, NEAR_FLAGS[NEAR_FLAG_COUNT] = {0, 1, 12, 9, 7, 6, 11};
enum { BYTES = 0, SPACES = 4, NUMBERS = 9, SENTENCE = FIRST_FLAG, COLON, SYMBOL = FIRST_FLAG + 9, LENGTH = 9 };
enum { LONG_LINE = 1, PARAGRAPH = 2, UNTITLED = 4, SENTENCE_END = 8, COLON_END = 16, KINDS = 5 };

/* The arrays of a batch, and the document at hand: its first line and the one after its last. */
typedef struct {
    const int16_t *lanes, *looks, *recurrence;
    const int32_t *shape;
    int64_t begin, end;
} Page;

/* What was seen of a document up to a line, and what the lines after it have next. */
typedef struct {
    int64_t size, bodies, body_size, titled, last[KINDS], next[KINDS];
} Course;

/* Return which kinds of line a line is, as bits. */
static int kinds_of(const Page *page, int64_t line)
{
    const int32_t *shape = page->shape + line * SHAPE_COUNT;
    int is_long = shape[BYTES] >= BODY, sentence = shape[SENTENCE] > 0;
    int body = is_long && sentence && page->lanes[line * LANE_COUNT] < 0;
    int titled = !is_long && shape[SENTENCE] == 0 && shape[SPACES] >= 2;
    return (is_long ? LONG_LINE : 0) | (body ? PARAGRAPH : 0) | (titled ? 0 : UNTITLED) | (sentence ? SENTENCE_END : 0)
           | (shape[COLON] > 0 ? COLON_END : 0);
}

/* Add what a line adds to the sums of a document. */
static void count_line(const Page *page, int64_t line, int kinds, Course *course)
{
    int64_t size = page->shape[line * SHAPE_COUNT + BYTES];
    course->size += size;
    course->titled += !(kinds & UNTITLED);
    course->bodies += !!(kinds & PARAGRAPH);
    course->body_size += kinds & PARAGRAPH ? size : 0;
}

static int64_t floored(int64_t sum, int64_t count)
{
    return sum / count - (sum % count < 0);
}

/* Return eight times the square root, a whole number up to LIMIT. */
static int64_t rooted(int64_t value)
{
    int64_t root = 0, square = 64 * least(value, 1 << 16);
    for (int64_t bit = 1024; bit; bit /= 2)
        root += (root + bit) * (root + bit) <= square ? bit : 0;
    return root;
}

/* Return the sum of what `value` gives for the lines from `line - reach` to `line + reach`. */
ALWAYS int64_t total(const Page *page, int64_t (*value)(const Page *, int64_t, int), int column, int64_t line, int reach)
{
    int64_t sum = 0;
    for (int64_t near = most(line - reach, page->begin); near < least(line + reach + 1, page->end); near++)
        sum += value(page, near, column);
    return sum;
}

ALWAYS int64_t lane_of(const Page *page, int64_t line, int lane)
{
    return page->lanes[line * LANE_COUNT + lane];
}

ALWAYS int64_t look_of(const Page *page, int64_t line, int look)
{
    return page->looks[line * LOOK_COUNT + look];
}

ALWAYS int64_t shape_of(const Page *page, int64_t line, int column)
{
    return page->shape[line * SHAPE_COUNT + column];
}

/* Tell whether a line stands in the document. */
ALWAYS int known(const Page *page, int64_t line)
{
    return line >= page->begin && line < page->end;
}

/* Write the means of the lanes that are looked at further away: over three lines each way, over eight, over all. */
static int16_t *write_means(const Page *page, int64_t line, const int64_t *sums, int16_t *to)
{
    for (int lane = 0; lane < FAR_COUNT; lane++) {
        for (int at = 0; at < 2; at++) {
            int reach = REACHES[at];
            int64_t count = least(line + reach + 1, page->end) - most(line - reach, page->begin);
            *to++ = (int16_t)floored(total(page, lane_of, FAR_LANES[lane], line, reach), count);
        }
        *to++ = (int16_t)floored(sums[lane], page->end - page->begin);
    }
    return to;
}

/* Write the lanes of the line that is `step` lines on: all of them, or those that are looked at further away. */
static int16_t *write_lanes(const Page *page, int64_t line, int step, int all, int16_t *to)
{
    int inside = known(page, line + step);
    for (int lane = 0; lane < (all ? LANE_COUNT : FAR_COUNT); lane++)
        *to++ = (int16_t)(inside ? lane_of(page, line + step, all ? lane : FAR_LANES[lane]) : 0);
    return to;
}

/* Write what the line that is `step` lines on looks like: its length, and all else that is looked at, if `all`. */
static int16_t *write_looks(const Page *page, int64_t line, int step, int all, int16_t *to)
{
    int inside = known(page, line + step);
    for (int at = 0; at < (all ? NEAR_LOOK_COUNT : 1); at++)
        *to++ = (int16_t)(inside ? look_of(page, line + step, NEAR_LOOKS[at]) : OUTSIDE);
    for (int at = 0; all && at < NEAR_FLAG_COUNT; at++)
        *to++ = (int16_t)(inside ? shape_of(page, line + step, FIRST_FLAG + NEAR_FLAGS[at]) : OUTSIDE);
    return to;
}

/* Write where a line stands in its document, and what stands around it. */
static int16_t *write_structure(const Page *page, int64_t line, const Course *so_far, const Course *all, int16_t *to)
{
    int64_t count = page->end - page->begin, before = line - page->begin, since[KINDS], until[KINDS];
    int64_t mean = rooted(all->size / count), size = most(all->size, 1);
    for (int kind = 0; kind < KINDS; kind++) {
        since[kind] = so_far->last[kind] < page->begin ? FAR + 1 : least(line - so_far->last[kind], FAR);
        until[kind] = so_far->next[kind] >= page->end ? FAR + 1 : least(so_far->next[kind] - line, FAR);
    }
    const int64_t columns[] = {
        least(before, FAR),
        least(count - 1 - before, FAR),
        rooted(count) / 2,
        100 * before / most(count - 1, 1),
        100 * so_far->size / size,
        mean,
        since[1],
        until[1],
        since[0],
        until[0],
        least(so_far->bodies, FAR),
        least(all->bodies, FAR),
        100 * all->body_size / size,
        100 * so_far->body_size / most(all->body_size, 1),
        since[2],
        until[2],
        100 * all->titled / count,
        since[3],
        until[3],
        since[4],
        least(total(page, shape_of, NUMBERS, line, 2), 60),
        total(page, shape_of, SYMBOL, line, 3),
        total(page, look_of, LENGTH, line, 3) / 7,
        16 * look_of(page, line, LENGTH) / most(mean, 1),
    };
    for (size_t at = 0; at < sizeof columns / sizeof *columns; at++)
        *to++ = (int16_t)most(least(columns[at], LIMIT), -LIMIT);
    return to;
}

/* Write the features of one line. */
static void write_line(const Page *page, int64_t line, const Course *so_far, const Course *all, const int64_t *sums,
                       int16_t *to)
{
    to = write_lanes(page, line, 0, 1, to);
    for (int step = -4; step <= -2; step++)
        to = write_lanes(page, line, step, 0, to);
    to = write_lanes(page, line, -1, 1, to);
    to = write_lanes(page, line, 1, 1, to);
    for (int step = 2; step <= 4; step++)
        to = write_lanes(page, line, step, 0, to);
    to = write_means(page, line, sums, to);
    for (int look = 0; look < LOOK_COUNT; look++)
        *to++ = page->looks[line * LOOK_COUNT + look];
    for (int flag = 0; flag < FLAG_COUNT; flag++)
        *to++ = (int16_t)page->shape[line * SHAPE_COUNT + FIRST_FLAG + flag];
    to = write_looks(page, line, -3, 0, to);
    for (int step = -2; step <= 2; step++)
        to = step ? write_looks(page, line, step, 1, to) : to;
    to = write_looks(page, line, 3, 0, to);
    to = write_structure(page, line, so_far, all, to);
    for (int at = 0; at < RECURRENCE_COUNT; at++)
        *to++ = page->recurrence[line * RECURRENCE_COUNT + at];
}

/* Write the features of the lines of one document that are among the `asked` ones, which are sorted; return how many
 * those are. */
static Py_ssize_t write_document(const Page *page, const int64_t *asked, Py_ssize_t most_asked, int16_t *to)
{
    Course all = {0}, so_far = {0};
    int64_t sums[FAR_COUNT] = {0};
    Py_ssize_t written = 0;
    for (int64_t line = page->begin; line < page->end; line++) {
        count_line(page, line, kinds_of(page, line), &all);
        for (int lane = 0; lane < FAR_COUNT; lane++)
            sums[lane] += page->lanes[line * LANE_COUNT + FAR_LANES[lane]];
    }
    for (int kind = 0; kind < KINDS; kind++)
        so_far.last[kind] = so_far.next[kind] = page->begin - 1;
    for (int64_t line = page->begin; line < page->end && written < most_asked && asked[written] < page->end; line++) {
        for (int kind = 0; kind < KINDS; kind++)
            while (so_far.next[kind] <= line
                   || (so_far.next[kind] < page->end && !(kinds_of(page, so_far.next[kind]) >> kind & 1)))
                so_far.next[kind]++;
        if (asked[written] == line) {
            write_line(page, line, &so_far, &all, sums, to + written * FEATURE_COUNT);
            written++;
        }
        int kinds = kinds_of(page, line);
        count_line(page, line, kinds, &so_far);
        for (int kind = 0; kind < KINDS; kind++)
            so_far.last[kind] = kinds >> kind & 1 ? line : so_far.last[kind];
    }
    return written;
}

/* features(first, lanes, shape, looks, recurrence, asked, matrix) -> 0
 *
 * Document `d` has the lines from `first[d]` on. `lanes`, `looks` and `recurrence` have a row of numbers of two bytes for each
 * line, `shape` one of four bytes. To `matrix` goes a row of numbers of two bytes for each of the lines `asked`. */
PyObject *features(PyObject *Py_UNUSED(module), PyObject *args)
{
    static const char *const kinds = "RrrrrRw";
    PyObject *objects[7];
    Py_buffer views[7];
    if (!PyArg_ParseTuple(args, "OOOOOOO", objects, objects + 1, objects + 2, objects + 3, objects + 4, objects + 5,
                          objects + 6)
        || take(objects, views, kinds) < 0)
        return NULL;
    const int64_t *first = views[0].buf, *asked = views[5].buf;
    Py_ssize_t documents = views[0].len / 8 - 1, count = views[5].len / 8, lines = views[1].len / (2 * LANE_COUNT);
    int fit = covers(&views[0], lines) && views[1].len == 2 * LANE_COUNT * lines && views[2].len == 4 * SHAPE_COUNT * lines
              && views[3].len == 2 * LOOK_COUNT * lines && views[4].len == 2 * RECURRENCE_COUNT * lines
              && sorted_lines(&views[5], lines) && views[6].len == 2 * FEATURE_COUNT * count;
    for (int at = 1; at < 7; at++)
        fit = fit && (uintptr_t)views[at].buf % 4 == 0;
    if (!fit)
        return leave(views, kinds, 0, 0);
    Page page = {views[1].buf, views[3].buf, views[4].buf, views[2].buf, 0, 0};
    int16_t *to = views[6].buf;
    Py_ssize_t written = 0;
    Py_BEGIN_ALLOW_THREADS
    for (Py_ssize_t document = 0; document < documents; document++) {
        page.begin = first[document], page.end = first[document + 1];
        written += write_document(&page, asked + written, count - written, to + written * FEATURE_COUNT);
    }
    Py_END_ALLOW_THREADS
    return leave(views, kinds, 1, 0);
}
