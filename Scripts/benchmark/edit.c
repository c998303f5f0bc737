/* The measure for `Scripts/bench` of what an edit must cost: appends an item to the list `channels` of a file with
 * libyaml and the system calls that a safe replacement takes, and nothing else.
 *
 * usage: bench-edit FILE ITEM
 *
 * The file is read, scanned to find the place, scanned again with the item in it, written beside itself, flushed,
 * looked at once more, renamed, and the directory flushed. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

/* Where a line is to be put in, and how far its dash is indented; -1 where the list is not found. */
struct place {
    long offset, indent, items;
};

static struct place scan(const unsigned char *text, size_t size) {
    struct place place = {-1, 0, 0};
    yaml_parser_t parser;
    yaml_token_t token;
    int depth = 0, wanted = 0, inside = 0, done = 0, isKey = 0;
    if (!yaml_parser_initialize(&parser)) exit(2);
    yaml_parser_set_input_string(&parser, text, size);
    while (!done) {
        if (!yaml_parser_scan(&parser, &token)) exit(1);
        switch (token.type) {
            case YAML_KEY_TOKEN: isKey = 1; break;
            case YAML_SCALAR_TOKEN:
                if (isKey && depth == 1)
                    wanted = token.data.scalar.length == 8 && !memcmp(token.data.scalar.value, "channels", 8);
                isKey = 0;
                if (inside) place.offset = (long)token.end_mark.index;
                break;
            case YAML_BLOCK_MAPPING_START_TOKEN: depth++; break;
            case YAML_BLOCK_SEQUENCE_START_TOKEN:
                depth++;
                if (wanted) inside = depth;
                break;
            case YAML_BLOCK_ENTRY_TOKEN:
                if (inside == depth) {
                    place.indent = (long)token.start_mark.column;
                    place.items++;
                }
                break;
            case YAML_BLOCK_END_TOKEN:
                if (inside == depth) inside = wanted = 0;
                depth--;
                break;
            case YAML_STREAM_END_TOKEN: done = 1; break;
            default: break;
        }
        yaml_token_delete(&token);
    }
    yaml_parser_delete(&parser);
    return place;
}

int main(int argc, char **argv) {
    struct stat before, again;
    char temporary[4096], copy[4096], line[4096];
    if (argc != 3) return 2;
    snprintf(copy, sizeof copy, "%s", argv[1]);
    int directory = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0 || flock(directory, LOCK_EX)) return 4;
    int in = open(argv[1], O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (in < 0 || fstat(in, &before)) return 4;
    size_t size = (size_t)before.st_size;
    unsigned char *text = malloc(size + sizeof line);
    if (!text || read(in, text, size) != (ssize_t)size) return 4;
    close(in);

    struct place place = scan(text, size);
    if (place.offset < 0) return 1;
    while ((size_t)place.offset < size && text[place.offset] != '\n') place.offset++;
    int length = snprintf(line, sizeof line, "\n%*s- %s", (int)place.indent, "", argv[2]);
    memmove(text + place.offset + length, text + place.offset, size - (size_t)place.offset);
    memcpy(text + place.offset, line, (size_t)length);
    size += (size_t)length;
    if (scan(text, size).items != place.items + 1) return 1;

    snprintf(temporary, sizeof temporary, "%s.%d", argv[1], getpid());
    int out = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (out < 0 || write(out, text, size) != (ssize_t)size) return 4;
    if (fchmod(out, before.st_mode & 07777) || fsync(out) || close(out)) return 4;
    if (lstat(argv[1], &again) || again.st_ino != before.st_ino || again.st_mtime != before.st_mtime) return 4;
    if (rename(temporary, argv[1]) || fsync(directory)) return 4;
    printf("appended %s\n", argv[2]);
    return 0;
}
