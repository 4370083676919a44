#include "models/corpus/readers/newsxml.h"

#include "models/corpus/newsxml/newsitem.h"
#include "models/corpus/newsxml/nitf.h"
#include "models/corpus/provenance.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

using xml::Element;

int NewsXmlReader::likeness(const Source &source) const
{
    // Items of NewsML-G2 without a text of their own are known, too, so that nobody takes their tags for one.
    static const QSet<QString> roots{u"nitf"_s,         u"newsItem"_s,    u"newsMessage"_s,
                                     u"packageItem"_s,  u"conceptItem"_s, u"knowledgeItem"_s,
                                     u"planningItem"_s, u"catalogItem"_s};
    return roots.contains(xml::rootName(source.bytes)) ? 95 : 0;
}

Result<void> NewsXmlReader::read(const Source &source, const Sink &sink) const
{
    const Result<Decoded> document = xml::decoded(source.bytes, source.charset);
    if (!document)
        return std::unexpected(Problem{source.uri, document.error().what});
    const Result<std::unique_ptr<Element>> root = xml::parse(document->text);
    if (!root)
        return std::unexpected(Problem{source.uri, root.error().what});
    const bool nitf = (*root)->name == u"nitf";
    const std::vector<const Element *> items = (*root)->findAll(nitf ? u"nitf" : u"newsItem");
    int number = 0;
    int given = 0;
    for (const Element *item : items) {
        ++number;
        Article article;
        if (nitf)
            newsxml::readNitf(*item, article);
        else
            newsxml::readNewsItem(*item, article);
        article.uri = items.size() == 1 ? source.uri : u"%1#%2"_s.arg(source.uri).arg(number);
        setEncoding(article, *document);
        if (article.text.trimmed().isEmpty()) // pictures and packages are news items too
            continue;
        ++given;
        if (!sink.article(std::move(article)))
            return {};
    }
    return given > 0 ? Result<void>{}
                     : std::unexpected(Problem{source.uri, u"holds no news item with a text"_s});
}

} // namespace demarche::corpus
