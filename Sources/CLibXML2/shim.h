// The parser that readers are measured against; nothing of the program uses it.
#include <libxml/HTMLparser.h>

/// Runs the whole of libxml2's HTML parser over a page, with handlers that do nothing.
static inline int xml2_parse_idle(const char *page, int length) {
    static htmlSAXHandler idle;
    htmlParserCtxtPtr context = htmlCreatePushParserCtxt(&idle, 0, 0, 0, "page", XML_CHAR_ENCODING_UTF8);
    int result = htmlParseChunk(context, page, length, 1);
    htmlFreeParserCtxt(context);
    return result;
}
