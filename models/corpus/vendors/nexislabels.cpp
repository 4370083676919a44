#include "models/corpus/vendors/nexislabels.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace demarche::corpus::vendors {

namespace {

const auto anyCase = QRegularExpression::CaseInsensitiveOption;
constexpr qsizetype longestLabel = 30;

/// Labels, in small letters, parted by commas.
constexpr std::array<std::pair<Label, const char *>, 13> vocabulary{{
    {Label::Headline, "headline,überschrift,schlagzeile,titre,titular,titolo,kop"},
    {Label::Byline, "byline,autor,autoren,verfasser,auteur,auteurs,author,authors,autore,autores"},
    {Label::Section, "section,rubrik,ressort,rubrique,sección,seccion,sectie,sezione"},
    {Label::Length, "length,länge,laenge,umfang,longueur,longitud,extensión,lengte,lunghezza"},
    {Label::Dateline, "dateline,ortsmarke,datumszeile,lieu,lugar"},
    {Label::Highlight, "highlight,highlights,insert,encart,zusammenfassung,vorspann,resumen,samenvatting"},
    {Label::Body,
     "body,textkörper,volltext,haupttext,text,corps,corps du texte,texte,cuerpo,texto,testo,tekst"},
    {Label::Graphic, "graphic,graphics,grafik,graphique,gráfico,grafiek,grafico"},
    {Label::Index, "classification,klassifizierung,klassifikation,clasificación,classificazione,"
                   "classificatie,subject,thema,"
                   "sujet,tema,onderwerp,organization,organisation,company,unternehmen,société,societe,"
                   "empresa,industry,branche,"
                   "person,personen,personne,persona,geographic,geographie,geo-localization,localisation-geo,"
                   "country,state,city,"
                   "ticker,stock-symbol,symbole-boursier,secteur-activite,activity-sector,keywords,category,"
                   "names,notes,note,"
                   "correction,correction-date,update,series,url,acc-no,cusip,distribution,region"},
    {Label::Language, "language,sprache,langue,idioma,taal,lingua"},
    {Label::LoadDate,
     "load-date,ladedatum,date-chargement,date de chargement,fecha de carga,fecha-carga,laaddatum,"
     "data di caricamento"},
    {Label::PublicationType,
     "publication-type,pub-type,publikationstyp,zeitungstyp,type-publication,type de publication,"
     "tipo de publicación,publicatietype,journal-code,document-type,type"},
    {Label::Cover,
     "user name,benutzername,nom d'utilisateur,date and time,datum und uhrzeit,date et heure,job number,"
     "auftragsnummer,numéro de travail,client/matter,mandant/mandat,search terms,suchbegriffe,termes de "
     "recherche,"
     "search type,suchtyp,type de recherche,narrowed by,eingeschränkt durch,affiné par,content "
     "type,terms,source,"
     "combined source,project id,download request,time of request,send to,documents,print request,number of "
     "lines"},
}};

const QHash<QString, Label> &labels()
{
    static const QHash<QString, Label> table = [] {
        QHash<QString, Label> all;
        for (const auto &[label, words] : vocabulary) {
            for (const QString &word : QString::fromUtf8(words).split(u','))
                all.insert(word, label);
        }
        return all;
    }();
    return table;
}

/// Words that stand alone on a line above what they name.
bool mayStandAlone(Label label, const QString &word)
{
    static const QStringList indexHeadings{u"classification"_s, u"klassifizierung"_s, u"klassifikation"_s,
                                           u"clasificación"_s,  u"classificazione"_s, u"classificatie"_s,
                                           u"notes"_s,          u"correction"_s};
    return label == Label::Body || label == Label::Graphic ||
           (label == Label::Index && indexHeadings.contains(word));
}

bool matches(const QRegularExpression &pattern, QStringView line, qsizetype longest)
{
    return line.size() <= longest && pattern.match(line.toString()).hasMatch();
}

} // namespace

std::optional<Labelled> labelledLine(QStringView line)
{
    const qsizetype colon = line.indexOf(u':');
    const bool hasColon = colon > 0 && colon <= longestLabel;
    if (!hasColon && line.size() > longestLabel)
        return std::nullopt;
    const QString word = (hasColon ? line.first(colon) : line).trimmed().toString().toLower();
    const auto found = labels().constFind(word);
    if (found == labels().cend() || (!hasColon && !mayStandAlone(*found, word)))
        return std::nullopt;
    return Labelled{*found, hasColon ? line.sliced(colon + 1).trimmed().toString() : QString(), !hasColon};
}

bool isStartMark(QStringView line)
{
    static const QRegularExpression pattern(
        u"^(?:(?:FOCUS|LEVEL \\d+)\\s*-\\s*)?\\d+ (?:of|von|de|sur|di|van) \\d+ "
        "(?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTEN|DOCUMENTOS|DOCUMENTI|STORIES)$|"
        u"^(?:Dokument|Document|Documento) \\d+ (?:of|von|de|sur|di|van) \\d+$"_s,
        anyCase);
    return matches(pattern, line, 60);
}

bool isEndMark(QStringView line)
{
    static const QRegularExpression pattern(
        u"^(?:End of Document|Ende des Dokuments?|Dokumentende|Fin (?:du|de|del) document(?:o)?|"
        "Fine del documento|Einde van (?:het )?document)$"_s,
        anyCase);
    return matches(pattern, line, 40);
}

bool isSheetMark(QStringView line)
{
    static const QRegularExpression pattern(
        u"^\\|?\\s*(?:Page|Seite|Pagina|Página)\\s+\\d+(?:\\s+\\S+\\s+\\d+)?$|"
        u"^©.{0,12}LexisNexis\\b.*$"_s,
        anyCase);
    return matches(pattern, line, 80);
}

bool isRightsLine(QStringView line)
{
    static const QRegularExpression pattern(
        u"^(?:Copyright\\b|\\(c\\)|©|All Rights Reserved|Alle Rechte vorbehalten|Tous droits r[ée]serv[ée]s|"
        "Todos los derechos)"_s,
        anyCase);
    return matches(pattern, line, 200);
}

} // namespace demarche::corpus::vendors
