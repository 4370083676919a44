#include "models/corpus/document/docxbody.h"
#include "models/corpus/document/package.h"
#include "models/corpus/document/xmlwalk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::document {

namespace {

using Parts = QHash<QString, QByteArray>;

struct Relation
{
    QString type; ///< the end of its address: "styles", "hyperlink"
    QString target;
};

/// The relations of a part by id. Their targets are names and addresses; none is ever followed outside of the
/// package.
class Relations : public XmlWalk
{
public:
    QHash<QString, Relation> byId;

    [[nodiscard]] QString targetOf(QStringView type) const
    {
        const auto found =
            std::ranges::find_if(byId, [type](const Relation &one) { return one.type == type; });
        return found == byId.end() ? QString() : found->target;
    }

protected:
    bool begin(QStringView name, const QXmlStreamAttributes &attributes) override
    {
        constexpr qsizetype mostRelations = 200'000;
        if (name == u"Relationship" && byId.size() < mostRelations)
            byId.insert(attribute(attributes, u"Id").toString(),
                        {attribute(attributes, u"Type").toString().section(u'/', -1),
                         attribute(attributes, u"Target").toString()});
        return true;
    }
    void end(QStringView) override {}
    void text(QStringView) override {}
    [[nodiscard]] bool isOwn(QStringView) const override { return true; }
};

Relations relationsOf(const Parts &parts, const QString &part)
{
    const QString folder = part.contains(u'/') ? part.section(u'/', 0, -2) + u'/' : QString();
    Relations relations;
    relations.walk(parts.value(folder + u"_rels/"_s + part.section(u'/', -1) + u".rels"_s));
    return relations;
}

/// A target of a part's relation as the name of another part.
QString partName(const QString &target, const QString &folder)
{
    return target.startsWith(u'/') ? target.mid(1) : folder + target;
}

QString mainPart(const Parts &parts)
{
    const QString named = partName(relationsOf(parts, {}).targetOf(u"officeDocument"), {});
    return parts.contains(named) ? named : u"word/document.xml"_s;
}

QHash<QString, QString> linksOf(const Relations &relations)
{
    QHash<QString, QString> links;
    for (const auto &[id, relation] : relations.byId.asKeyValueRange()) {
        if (relation.type == "hyperlink"_L1)
            links.insert(id, relation.target);
    }
    return links;
}

/// What another document of Office is, by its members; empty for one of Word's.
QString otherKind(const QStringList &members)
{
    const auto holds = [&members](QLatin1StringView folder) {
        return std::ranges::any_of(members,
                                   [folder](const QString &name) { return name.startsWith(folder); });
    };
    if (holds("word/"_L1))
        return {};
    return holds("xl/"_L1)    ? u"a spreadsheet of Office; save it as CSV to read its rows"_s
           : holds("ppt/"_L1) ? u"a presentation, which holds no article"_s
                              : QString();
}

} // namespace

bool isDocx(QByteArrayView bytes)
{
    const QStringList members = memberNames(bytes);
    return members.contains("[Content_Types].xml"_L1) &&
           std::ranges::any_of(members, [](const QString &name) {
               return name.startsWith("word/"_L1) || name.startsWith("xl/"_L1) || name.startsWith("ppt/"_L1);
           });
}

Result<Document> readDocx(QByteArrayView bytes)
{
    if (const QString other = otherKind(memberNames(bytes)); !other.isEmpty())
        return std::unexpected(Problem{{}, other});
    const Result<Parts> parts = unpackParts(bytes);
    if (!parts)
        return std::unexpected(parts.error());
    const QString main = mainPart(*parts);
    if (!parts->contains(main))
        return std::unexpected(Problem{{}, u"a Word document that is damaged: its text is missing"_s});
    const Relations relations = relationsOf(*parts, main);
    const QString folder = main.contains(u'/') ? main.section(u'/', 0, -2) + u'/' : QString();
    const QString styles = relations.targetOf(u"styles");
    Document document = readDocxBody(
        parts->value(main),
        readDocxStyles(parts->value(styles.isEmpty() ? folder + u"styles.xml"_s : partName(styles, folder))),
        linksOf(relations));
    readProperties(parts->value(u"docProps/core.xml"_s), document);
    if (document.paragraphs.empty() && !document.warnings.isEmpty())
        return std::unexpected(Problem{
            {}, u"a Word document that cannot be read: "_s + document.warnings.front().section(u": "_s, 1)});
    return document;
}

} // namespace demarche::corpus::document
