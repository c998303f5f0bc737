/* The clock for `Scripts/bench`: runs commands in turn, many times, and prints medians of each.
 *
 * usage: bench-run RUNS COMMAND... [--- COMMAND...]...
 *        @copy FROM TO before a command makes a fresh file for each run, outside the measured time
 *
 * A line for each command: median milliseconds, median milliseconds of CPU, peak memory in KiB, exit status.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 32 };

struct command {
    char **argv;
    const char *from, *to;
    double *times, *cpu;
    long memory;
    int status;
};

static void die(const char *what) {
    perror(what);
    exit(2);
}

static void copy(const char *from, const char *to) {
    char buffer[1 << 16];
    ssize_t count;
    int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (in < 0 || out < 0) die("copy");
    while ((count = read(in, buffer, sizeof buffer)) > 0)
        if (write(out, buffer, (size_t)count) != count) die("copy");
    close(in);
    close(out);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static double milliseconds(struct timeval time) { return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3; }

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    struct command commands[MOST] = {0};
    int number = 0, runs = argc > 2 ? atoi(argv[1]) : 0;
    if (runs < 1) return 2;
    for (int i = 2; i < argc && number < MOST; number++) {
        struct command *command = &commands[number];
        if (!strcmp(argv[i], "@copy") && i + 3 < argc) {
            command->from = argv[i + 1];
            command->to = argv[i + 2];
            i += 3;
        }
        command->argv = &argv[i];
        while (i < argc && strcmp(argv[i], "---")) i++;
        if (i < argc) argv[i++] = NULL;
        if (!(command->times = calloc((size_t)runs, sizeof *command->times))) die("calloc");
        if (!(command->cpu = calloc((size_t)runs, sizeof *command->cpu))) die("calloc");
    }
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
    extern char **environ;
    /* One round more than is counted: the first finds cold caches. */
    for (int run = -1; run < runs; run++) {
        for (int i = 0; i < number; i++) {
            struct command *command = &commands[i];
            struct rusage usage;
            pid_t child;
            int status;
            if (command->from) copy(command->from, command->to);
            double start = now();
            if (posix_spawnp(&child, command->argv[0], &quiet, NULL, command->argv, environ)) die(command->argv[0]);
            if (wait4(child, &status, 0, &usage) < 0) die("wait4");
            if (run >= 0) {
                command->times[run] = now() - start;
                command->cpu[run] = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
            }
            if (usage.ru_maxrss > command->memory) command->memory = usage.ru_maxrss;
            if (status) command->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
        }
    }
    for (int i = 0; i < number; i++) {
        qsort(commands[i].times, (size_t)runs, sizeof *commands[i].times, ascending);
        qsort(commands[i].cpu, (size_t)runs, sizeof *commands[i].cpu, ascending);
        printf("%.4f %.4f %ld %d\n", commands[i].times[runs / 2], commands[i].cpu[runs / 2], commands[i].memory,
            commands[i].status);
    }
    return 0;
}
