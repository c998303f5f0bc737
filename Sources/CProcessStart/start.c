#include "CProcessStart.h"

#include <stddef.h>
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

void process_forbid_core_dumps(void) {
    struct rlimit none = {0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    /* The limit does not hold for dumps that go through a pipe to a program of the system. */
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

#ifdef __linux__
/* Where the runtime's program for printing backtraces is: nowhere.
 *
 * Stands in place of the function of this name in Swift's static runtime, which is called before main, wants to know
 * where the executable lies, and aborts without /proc. A backtrace could show a token. The name is the runtime's own:
 * should a later runtime take its place's other functions from the same file, the linker says that this one is defined
 * twice. */
char *swift_copyAuxiliaryExecutablePath(const char *name);
char *swift_copyAuxiliaryExecutablePath(const char *name) {
    (void)name;
    return NULL;
}
#endif
