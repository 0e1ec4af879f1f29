#include "book/part_columns.h"

#include <array>

#include "base/part_messages.h"

namespace licit {
namespace {

// "type" may be anything; "number" and "code" may be a customs code.
constexpr auto synonyms = std::to_array<Synonym>({
    {"lineno", "line"},
    {"linenumber", "line"},
    {"pos", "line"},
    {"position", "line"},
    {"ligne", "line"},
    {"partno", "part"},
    {"partnumber", "part"},
    {"partnr", "part"},
    {"partid", "part"},
    {"mpn", "part"},
    {"manufacturerpartnumber", "part"},
    {"sku", "part"},
    {"material", "part"},
    {"materialnumber", "part"},
    {"articleno", "part"},
    {"articlenumber", "part"},
    {"itemnumber", "part"},
    {"orderingcode", "part"},
    {"reference", "part"},
    {"artikelnummer", "part"},
    {"teilenummer", "part"},
    {"productname", "product"},
    {"partname", "product"},
    {"item", "product"},
    {"itemname", "product"},
    {"name", "product"},
    {"model", "product"},
    {"modelname", "product"},
    {"chip", "product"},
    {"gpu", "product"},
    {"accelerator", "product"},
    {"produit", "product"},
    {"nomduproduit", "product"},
    {"modele", "product"},
    {"produkt", "product"},
    {"produktname", "product"},
    {"productdescription", "description"},
    {"itemdescription", "description"},
    {"designation", "description"},
    {"libelle", "description"},
    {"bezeichnung", "description"},
    {"beschreibung", "description"},
    {"formfactor", "form-factor"},
    {"form", "form-factor"},
    {"package", "form-factor"},
    {"packaging", "form-factor"},
    {"format", "form-factor"},
    {"facteurdeforme", "form-factor"},
    {"formfaktor", "form-factor"},
    {"bauform", "form-factor"},
    {"maker", "manufacturer"},
    {"vendor", "manufacturer"},
    {"brand", "manufacturer"},
    {"mfr", "manufacturer"},
    {"mfg", "manufacturer"},
    {"manufacturername", "manufacturer"},
    {"fabricant", "manufacturer"},
    {"marque", "manufacturer"},
    {"hersteller", "manufacturer"},
    {"comment", "note"},
    {"comments", "note"},
    {"remark", "note"},
    {"remarks", "note"},
    {"notes", "note"},
    {"source", "note"},
    {"commentaire", "note"},
    {"remarque", "note"},
    {"bemerkung", "note"},
});

}  // namespace

const TableKind& part_table() {
  static const TableKind kind{
      {"line", "part", "product", "description", "form-factor", "manufacturer", "note"},
      synonyms,
      {{{"product", "part", "description"}, "item.", msg::PartsNoColumn, msg::PartsAddColumn}}};
  return kind;
}

}  // namespace licit
