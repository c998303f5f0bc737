/* The measure for `Scripts/bench`: one bare yaml_parser_scan loop over a file. */
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

int main(int argc, char **argv) {
    FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
    if (!file) return 2;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    unsigned char *text = malloc(size > 0 ? (size_t)size : 1);
    if (!text || fread(text, 1, (size_t)size, file) != (size_t)size) return 2;
    fclose(file);

    yaml_parser_t parser;
    yaml_token_t token;
    if (!yaml_parser_initialize(&parser)) return 2;
    yaml_parser_set_input_string(&parser, text, (size_t)size);
    int done = 0;
    while (!done) {
        if (!yaml_parser_scan(&parser, &token)) return 1;
        done = token.type == YAML_STREAM_END_TOKEN;
        yaml_token_delete(&token);
    }
    yaml_parser_delete(&parser);
    free(text);
    return 0;
}
