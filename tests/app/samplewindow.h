#pragma once

#include "app/workbench.h"

#include <QTemporaryDir>
#include <QTest>

namespace demarche::panels {
class Chip;
}

/// The whole program on the sample articles: they are imported through the real readers and analysis into a
/// store, once for each test program; each test has the window over a copy of it. What is expected of the
/// samples is only what cannot fail while they are read at all sensibly: who recalled whom.
class SampleWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

protected:
    [[nodiscard]] std::unique_ptr<demarche::app::Workbench> opened(const QString &store);
    [[nodiscard]] static QString samples(); ///< their folder
    void clickCountry(const QString &iso3, Qt::KeyboardModifiers keys = {});
    void drag(QWidget *widget, QPoint from, QPoint to);
    /// A menu's action by its text without the mark of its key.
    [[nodiscard]] QAction *action(const QString &text) const;
    [[nodiscard]] QStringList chips() const; ///< their words
    [[nodiscard]] demarche::panels::Chip *chip(const QString &words) const;
    [[nodiscard]] int shownArticles() const;
    [[nodiscard]] QString title() const; ///< of the article in the reader

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<demarche::app::Workbench> m_window;

private:
    QTemporaryDir m_made;
};
