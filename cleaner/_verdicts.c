/* What was first said of the lines around each line, as one row of numbers: verdicts.py has the specification. */

#include "_kernel.h"

#define FURNITURE 9
#define COLUMNS (1 + FURNITURE) /* the chance of junk, and that of each label */
#define FLAGS (COLUMNS + 1) /* likely to be junk, to be of a label; content */
#define NEAREST 6
#define WINDOWS 3
#define FEATURE_COUNT (2 * NEAREST + 2 * FURNITURE + (WINDOWS + 1) * COLUMNS + 2 * FLAGS)
#define CERTAIN 200
#define JUNK_FROM 100
#define CONTENT_BELOW 10
#define FAR 40
#define OUTSIDE (-1)

static const int REACHES[WINDOWS] = {3, 8, 20};

/* The verdicts of a batch, and the document at hand: its first line and the one after its last. */
typedef struct {
    const int32_t *chance, *label;
    int64_t begin, end;
} Page;

/* The sums of each window around a line, the means of the document; where each flag stood last, and stands next. */
typedef struct {
    int64_t sums[WINDOWS][COLUMNS], last[FLAGS], next[FLAGS];
    int16_t means[COLUMNS];
} Course;

static int flagged(const Page *page, int64_t line, int flag)
{
    int likely = page->chance[line] >= JUNK_FROM;
    return flag == 0 ? likely : flag == COLUMNS ? page->chance[line] < CONTENT_BELOW : likely && page->label[line] == flag;
}

/* Add a line to the sums of a window, or take it away; lines beyond the document count nothing. */
static void count_line(const Page *page, int64_t line, int sign, int64_t *sums)
{
    if (line < page->begin || line >= page->end)
        return;
    sums[0] += sign * page->chance[line];
    if (page->label[line])
        sums[page->label[line]] += sign * page->chance[line];
}

static void write_line(const Page *page, int64_t line, const Course *course, int16_t *to)
{
    for (int step = -NEAREST; step <= NEAREST; step++) {
        int64_t near = line + step;
        if (step)
            *to++ = (int16_t)(near >= page->begin && near < page->end ? page->chance[near] : OUTSIDE);
    }
    for (int64_t near = line - 1; near <= line + 1; near += 2)
        for (int label = 1; label <= FURNITURE; label++)
            *to++ = (int16_t)(near < page->begin || near >= page->end ? OUTSIDE
                              : page->label[near] == label            ? page->chance[near]
                                                                      : 0);
    for (int window = 0; window < WINDOWS; window++) {
        int64_t reach = REACHES[window], count = least(line + reach + 1, page->end) - most(line - reach, page->begin);
        for (int column = 0; column < COLUMNS; column++) /* 32 bits hold them, and are divided faster */
            *to++ = (int16_t)((uint32_t)course->sums[window][column] / (uint32_t)count);
    }
    memcpy(to, course->means, sizeof course->means);
    to += COLUMNS;
    for (int flag = 0; flag < FLAGS; flag++) {
        *to++ = (int16_t)(course->last[flag] < page->begin ? FAR + 1 : least(line - course->last[flag], FAR));
        *to++ = (int16_t)(course->next[flag] >= page->end ? FAR + 1 : least(course->next[flag] - line, FAR));
    }
}

/* Write the features of the lines of one document that are among `asked`, which are sorted; return how many. */
static Py_ssize_t write_document(const Page *page, const int64_t *asked, Py_ssize_t most_asked, int16_t *to)
{
    Course course = {0};
    int64_t all[COLUMNS] = {0};
    Py_ssize_t written = 0;
    for (int64_t line = page->begin; line < page->end; line++)
        count_line(page, line, 1, all);
    for (int column = 0; column < COLUMNS && page->begin < page->end; column++)
        course.means[column] = (int16_t)(all[column] / (page->end - page->begin));
    for (int window = 0; window < WINDOWS; window++)
        for (int64_t line = page->begin; line < page->begin + REACHES[window]; line++)
            count_line(page, line, 1, course.sums[window]);
    for (int flag = 0; flag < FLAGS; flag++)
        course.last[flag] = course.next[flag] = page->begin - 1;
    for (int64_t line = page->begin; line < page->end && written < most_asked && asked[written] < page->end; line++) {
        for (int window = 0; window < WINDOWS; window++) {
            count_line(page, line + REACHES[window], 1, course.sums[window]);
            count_line(page, line - REACHES[window] - 1, -1, course.sums[window]);
        }
        for (int flag = 0; flag < FLAGS; flag++)
            while (course.next[flag] <= line
                   || (course.next[flag] < page->end && !flagged(page, course.next[flag], flag)))
                course.next[flag]++;
        if (asked[written] == line) {
            write_line(page, line, &course, to + written * FEATURE_COUNT);
            written++;
        }
        for (int flag = 0; flag < FLAGS; flag++)
            course.last[flag] = flagged(page, line, flag) ? line : course.last[flag];
    }
    return written;
}

/* verdicts(first, chance, label, asked, matrix) -> 0
 *
 * Document `d` has the lines from `first[d]` on. `chance` and `label` have a number of four bytes for each line; a label
 * of zero is none. To `matrix` goes a row of numbers of two bytes for each of the lines `asked`. */
PyObject *verdicts(PyObject *Py_UNUSED(module), PyObject *args)
{
    static const char *const kinds = "RrrRw";
    PyObject *objects[5];
    Py_buffer views[5];
    if (!PyArg_ParseTuple(args, "OOOOO", objects, objects + 1, objects + 2, objects + 3, objects + 4)
        || take(objects, views, kinds) < 0)
        return NULL;
    const int64_t *first = views[0].buf, *asked = views[3].buf;
    const int32_t *chance = views[1].buf, *label = views[2].buf;
    Py_ssize_t documents = views[0].len / 8 - 1, count = views[3].len / 8, lines = views[1].len / 4;
    int fit = covers(&views[0], lines) && views[1].len == 4 * lines && views[2].len == 4 * lines
              && sorted_lines(&views[3], lines) && views[4].len == 2 * FEATURE_COUNT * count;
    for (int at = 1; at < 5; at++)
        fit = fit && (uintptr_t)views[at].buf % (at == 4 ? 2 : 4) == 0;
    for (Py_ssize_t line = 0; fit && line < lines; line++)
        fit = label[line] >= 0 && label[line] <= FURNITURE && chance[line] >= 0 && chance[line] <= CERTAIN;
    if (!fit)
        return leave(views, kinds, 0, 0);
    Page page = {chance, label, 0, 0};
    int16_t *to = views[4].buf;
    Py_ssize_t written = 0;
    Py_BEGIN_ALLOW_THREADS
    for (Py_ssize_t document = 0; document < documents; document++) {
        page.begin = first[document], page.end = first[document + 1];
        written += write_document(&page, asked + written, count - written, to + written * FEATURE_COUNT);
    }
    Py_END_ALLOW_THREADS
    return leave(views, kinds, 1, 0);
}
