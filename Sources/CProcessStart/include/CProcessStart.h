/* How a process of ours begins: what must be settled before Swift code runs. Linked into the two programs only. */
#ifndef C_PROCESS_START_H
#define C_PROCESS_START_H

/* The arguments as the system handed them to the process, the program's name first, ended by NULL. */
char **process_arguments(void);

/* Sees to it that no core dump of this process is written (prctl, setrlimit): it would hold tokens.
 *
 * Where the system does not allow it, the process goes on. */
void process_forbid_core_dumps(void);

/* Runs the program, where the stack may not grow to its usual eight mebibytes in a thread with one of that size, and
 * gives what it returns. */
int process_run(int (*program)(void));

#endif
