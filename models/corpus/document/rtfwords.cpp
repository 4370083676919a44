#include "models/corpus/document/rtfwords.h"

#include <QByteArray>
#include <QHash>

#include <initializer_list>

namespace demarche::corpus::document {

namespace {

using Words = QHash<QByteArray, RtfMeaning>;

void addDestinations(Words &words)
{
    using enum RtfDestination;
    const auto add = [&words](const char *name, RtfWord word, RtfDestination to) {
        words.insert(name, {word, int(to)});
    };
    for (const char *name : {"pict",
                             "header",
                             "headerl",
                             "headerr",
                             "headerf",
                             "footer",
                             "footerl",
                             "footerr",
                             "footerf",
                             "colortbl",
                             "listtable",
                             "listtext",
                             "listoverridetable",
                             "pntext",
                             "pntxta",
                             "pntxtb",
                             "revtbl",
                             "rsidtbl",
                             "filetbl",
                             "nonshppict",
                             "shpinst",
                             "shprslt",
                             "shptxt",
                             "xe",
                             "tc",
                             "nonesttables",
                             "tcn",
                             "rxe",
                             "txe",
                             "objdata",
                             "objclass",
                             "comment",
                             "operator",
                             "keywords",
                             "doccomm",
                             "htmltag",
                             "themedata",
                             "datastore"})
        add(name, RtfWord::Destination, Nowhere);
    add("fonttbl", RtfWord::Destination, Fonts);
    add("stylesheet", RtfWord::Destination, Styles);
    add("info", RtfWord::Destination, Info);
    add("fldinst", RtfWord::Destination, Instruction);
    add("bkmkstart", RtfWord::Destination, Bookmark);
    add("footnote", RtfWord::Destination, Footnote);
    add("title", RtfWord::Property, Title);
    add("author", RtfWord::Property, Author);
    add("creatim", RtfWord::Property, Created);
}

void addCharacters(Words &words)
{
    const std::initializer_list<std::pair<const char *, char16_t>> characters{
        {"line", u'\n'},   {"softline", u'\n'}, {"tab", u'\t'},      {"emdash", u'—'},    {"endash", u'–'},
        {"emspace", u' '}, {"enspace", u' '},   {"qmspace", u' '},   {"bullet", u'•'},    {"lquote", u'‘'},
        {"rquote", u'’'},  {"ldblquote", u'“'}, {"rdblquote", u'”'}, {"nestcell", u'\t'}, {"nestrow", u'\n'}};
    for (const auto &[name, character] : characters)
        words.insert(name, {RtfWord::Character, character});
}

void addCommands(Words &words)
{
    using enum RtfWord;
    const std::initializer_list<std::pair<const char *, RtfMeaning>> commands{
        {"field", {Field}},
        {"fldrslt", {FieldResult}},
        {"upr", {AnsiFallback}},
        {"ud", {UnicodeText}},
        {"u", {Unicode}},
        {"uc", {UnicodeSkip}},
        {"par", {Paragraph}},
        {"page", {Page}},
        {"sect", {Page}},
        {"plain", {Plain}},
        {"b", {Bold}},
        {"v", {Hidden}},
        {"deleted", {Deleted}},
        {"f", {Font}},
        {"pard", {ParagraphDefaults}},
        {"s", {Style}},
        {"cs", {CharacterStyle}},
        {"outlinelevel", {OutlineLevel}},
        {"intbl", {InTable}},
        {"pagebb", {PageBreakBefore}},
        {"row", {Row}},
        {"cell", {Cell}},
        {"ansicpg", {CodePage}},
        {"mac", {CodePage, 10000}},
        {"pc", {CodePage, 437}},
        {"pca", {CodePage, 850}},
        {"fcharset", {Charset}},
        {"cpg", {FontCodePage}},
        {"yr", {Year}},
        {"mo", {Month}},
        {"dy", {Day}}};
    for (const auto &[name, meaning] : commands)
        words.insert(name, meaning);
}

} // namespace

RtfMeaning rtfMeaning(QByteArrayView name)
{
    static const Words words = [] {
        Words all;
        addDestinations(all);
        addCharacters(all);
        addCommands(all);
        return all;
    }();
    return words.value(QByteArray::fromRawData(name.data(), name.size()));
}

} // namespace demarche::corpus::document
