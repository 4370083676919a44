#include "app/names.h"

#include "models/charts/worldmap.h"
#include "models/knowledge/cameo.h"

namespace demarche::app {

tables::Words shippedWords()
{
    return {[](const QString &key) {
                const charts::WorldMap &world = charts::worldMap();
                const int country = key.size() == 3 ? world.indexOf(key) : -1;
                return country < 0 ? key : world.countries[std::size_t(country)].name;
            },
            [](const QString &code) {
                const auto &cameo = knowledge::Cameo::shipped();
                const knowledge::CameoCode *found = cameo ? cameo->find(code) : nullptr;
                return found ? found->label : code;
            }};
}

} // namespace demarche::app
