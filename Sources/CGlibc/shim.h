#include <malloc.h>
#include <sys/xattr.h>
