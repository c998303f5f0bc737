#include "CProcessStart.h"

#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/resource.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

static char *no_arguments[] = {NULL};
static char **arguments = no_arguments;

/* Swift's runtime finds the arguments again by searching /proc/self/maps for the stack they lie on: forty system calls'
 * worth of work, and an abort where there is no /proc. The C library hands them to constructors. */
__attribute__((constructor)) static void keep_arguments(int count, char **values) {
    if (count > 0 && values) arguments = values;
}

char **process_arguments(void) { return arguments; }

extern char **environ;

char **process_environment(void) { return environ; }

static void forbid_core_dumps(void) {
    struct rlimit none = {0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    /* The limit does not hold for dumps that go through a pipe to a program of the system. */
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

struct run {
    int (*program)(void);
    sigset_t signals;
    int status;
};

static void *run_with_signals(void *pointer) {
    struct run *run = pointer;
    pthread_sigmask(SIG_SETMASK, &run->signals, NULL);
    run->status = run->program();
    return NULL;
}

static int run_with_enough_stack(int (*program)(void)) {
    const rlim_t enough = 8 << 20;
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= enough) return program();
    struct run run = {.program = program};
    sigset_t all;
    pthread_t thread;
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0) return program();
    pthread_attr_setstacksize(&attributes, enough);
    /* Signals belong to the thread that works: it holds them back while it writes. */
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &run.signals);
    if (pthread_create(&thread, &attributes, run_with_signals, &run) != 0)
        run_with_signals(&run);
    else
        pthread_join(thread, NULL);
    return run.status;
}

void process_run(int (*program)(void)) {
    forbid_core_dumps();
    exit(run_with_enough_stack(program));
}

#ifdef __linux__
/* The functions below stand in place of those of the same names in Swift's static runtime; they are the runtime's own,
 * and should a later one take others from the same files, the linker says that these are defined twice. */

/* What Swift's CommandLine asks for. The runtime's own searches before main, asked or not. */
char **_swift_stdlib_getUnsafeArgvArgc(int *count);
char **_swift_stdlib_getUnsafeArgvArgc(int *count) {
    int number = 0;
    while (arguments[number]) number++;
    *count = number;
    return arguments;
}

/* What CommandLine says when it is given other arguments: nothing of ours does that. */
void _swift_stdlib_overrideUnsafeArgvArgc(char **values, int count);
void _swift_stdlib_overrideUnsafeArgvArgc(char **values, int count) {
    (void)count;
    if (values) arguments = values;
}

/* Where the runtime's program for printing backtraces is: nowhere.
 *
 * The runtime's own is called before main, wants to know where the executable lies, and aborts without /proc. A
 * backtrace could show a token. */
char *swift_copyAuxiliaryExecutablePath(const char *name);
char *swift_copyAuxiliaryExecutablePath(const char *name) {
    (void)name;
    return NULL;
}
#endif
