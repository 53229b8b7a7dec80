#include "app/kiosk/ui/fonts.h"

#include <fontconfig/fontconfig.h>

namespace farewell::kiosk {

void add_fonts(const std::filesystem::path& folder) {
  std::error_code failed;
  if (!std::filesystem::is_directory(folder, failed)) return;
  FcConfigAppFontAddDir(nullptr, reinterpret_cast<const FcChar8*>(folder.c_str()));
}

bool has_family(const std::string& family) {
  FcPattern* wanted = FcPatternCreate();
  FcPatternAddString(wanted, FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
  FcObjectSet* told = FcObjectSetBuild(FC_FAMILY, nullptr);
  FcFontSet* found = FcFontList(nullptr, wanted, told);
  const bool has = found != nullptr && found->nfont > 0;
  if (found != nullptr) FcFontSetDestroy(found);
  FcObjectSetDestroy(told);
  FcPatternDestroy(wanted);
  return has;
}

}  // namespace farewell::kiosk
