/* How a process of ours begins: what must be settled before Swift code runs. Linked into the two programs only. */
#ifndef C_PROCESS_START_H
#define C_PROCESS_START_H

/* The arguments as the system handed them to the process, the program's name first, ended by NULL. */
char **process_arguments(void);

/* The variables as the system handed them to the process, ended by NULL. */
char **process_environment(void);

/* Runs the program, and ends the process with what it returns.
 *
 * No core dump of it is written (prctl, setrlimit): it would hold tokens. Where the system does not allow that, the
 * process goes on. Where the stack may not grow to its usual eight mebibytes, the program runs in a thread with one of
 * that size. */
_Noreturn void process_run(int (*program)(void));

#endif
