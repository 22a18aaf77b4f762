// Takes the words out of one PDF after another: a `pdftotext -bbox` that stays. Starting pdftotext takes longer than
// reading most reports, so whoever reads many keeps this beside it.
//
// It is asked over its standard input, a socket. A question is a PDF, an answer its words as `pdftotext -bbox` writes
// them; before each stands its length, eight bytes as the processor has them. An empty answer means: ask pdftotext,
// which tells what is the matter. The first answer, to no question, is empty too and says that this is ready.

#if POPPLER

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

/// Whether poppler has complained of the document at hand. Of a damaged one pdftotext makes something else now and then,
/// and where poppler lacks the maps of a font, it leaves text out.
bool is_doubtful = false;

void listen_to(const std::string &, void *) { is_doubtful = true; }

void append(std::string &text, const char *form, double a, double b, double c, double d) {
    char buffer[256];
    text.append(buffer, snprintf(buffer, sizeof buffer, form, a, b, c, d));
}

void append_escaped(std::string &text, const poppler::byte_array &word) {
    for (char letter : word) {
        switch (letter) {
        case '&': text += "&amp;"; break;
        case '<': text += "&lt;"; break;
        case '>': text += "&gt;"; break;
        default: text += letter;
        }
    }
}

/// The words of a document's first pages; none where pdftotext had better be asked.
std::string words(const std::vector<char> &bytes, int most_pages) {
    is_doubtful = false;
    std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document || document->is_locked() || document->pages() == 0) return {};
    std::string text = "<doc>\n";
    for (int number = 0; number < document->pages() && number < most_pages; number++) {
        std::unique_ptr<poppler::page> page(document->create_page(number));
        if (!page) return {};
        auto size = page->page_rect(poppler::crop_box);
        append(text, "<page width=\"%f\" height=\"%f\">\n", size.width(), size.height(), 0, 0);
        for (const auto &word : page->text_list(0)) {
            auto box = word.bbox();
            append(text, "<word xMin=\"%f\" yMin=\"%f\" xMax=\"%f\" yMax=\"%f\">", box.left(), box.top(), box.right(),
                box.bottom());
            append_escaped(text, word.text().to_utf8());
            text += "</word>\n";
        }
        text += "</page>\n";
    }
    return is_doubtful ? std::string() : text + "</doc>\n";
}

bool receive(char *place, size_t count) {
    while (count > 0) {
        ssize_t got = recv(0, place, count, 0);
        if (got <= 0) return false;
        place += got;
        count -= static_cast<size_t>(got);
    }
    return true;
}

bool answer(const std::string &text) {
    uint64_t length = text.size();
    std::string message(reinterpret_cast<const char *>(&length), sizeof length);
    message += text;
    for (size_t sent = 0; sent < message.size();) {
        ssize_t count = send(0, message.data() + sent, message.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) return false;
        sent += static_cast<size_t>(count);
    }
    return true;
}

}

/// `pdf-words MOST_PAGES MOST_SECONDS`: a document that takes longer ends this.
int main(int count, char **arguments) {
    if (count != 3 || chdir("/proc/self") != 0) return 64;
    int most_pages = atoi(arguments[1]);
    auto most_seconds = static_cast<unsigned>(atoi(arguments[2]));
    poppler::set_debug_error_function(listen_to, nullptr);
    uint64_t length = 0;
    for (bool is_heard = answer({}); is_heard && receive(reinterpret_cast<char *>(&length), sizeof length);) {
        std::vector<char> bytes(length);
        if (!receive(bytes.data(), length)) break;
        alarm(most_seconds);
        std::string text = words(bytes, most_pages);
        alarm(0);
        is_heard = answer(text);
    }
}

#else

/// Built without poppler: never ready.
int main() { return 69; }

#endif
