#include "app/kiosk/ui/imgui_sdl.h"

#include <SDL.h>
#include <imgui.h>

#include <cstddef>

namespace farewell::kiosk {
namespace {

static_assert(sizeof(ImDrawIdx) == 2 && sizeof(ImU32) == sizeof(SDL_Color));

void draw_command(SDL_Renderer* renderer, const ImDrawList& list, const ImDrawCmd& command) {
  const SDL_Rect clip{static_cast<int>(command.ClipRect.x), static_cast<int>(command.ClipRect.y),
                      static_cast<int>(command.ClipRect.z - command.ClipRect.x),
                      static_cast<int>(command.ClipRect.w - command.ClipRect.y)};
  if (clip.w <= 0 || clip.h <= 0) return;
  SDL_RenderSetClipRect(renderer, &clip);
  const auto* vertex = reinterpret_cast<const std::byte*>(list.VtxBuffer.Data + command.VtxOffset);
  SDL_RenderGeometryRaw(
      renderer, static_cast<SDL_Texture*>(command.GetTexID()),
      reinterpret_cast<const float*>(vertex + offsetof(ImDrawVert, pos)), sizeof(ImDrawVert),
      reinterpret_cast<const SDL_Color*>(vertex + offsetof(ImDrawVert, col)), sizeof(ImDrawVert),
      reinterpret_cast<const float*>(vertex + offsetof(ImDrawVert, uv)), sizeof(ImDrawVert),
      list.VtxBuffer.Size - static_cast<int>(command.VtxOffset), list.IdxBuffer.Data + command.IdxOffset,
      static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
}

}  // namespace

SDL_Texture* begin_imgui(SDL_Renderer* renderer) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
  SDL_Texture* font =
      SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ABGR8888, SDL_TEXTUREACCESS_STATIC, width, height);
  SDL_UpdateTexture(font, nullptr, pixels, 4 * width);
  SDL_SetTextureBlendMode(font, SDL_BLENDMODE_BLEND);
  io.Fonts->SetTexID(font);
  io.Fonts->ClearTexData();
  return font;
}

void end_imgui(SDL_Texture* font) {
  SDL_DestroyTexture(font);
  ImGui::DestroyContext();
}

void draw_imgui(SDL_Renderer* renderer, const ImDrawData& data) {
  for (int i = 0; i < data.CmdListsCount; ++i) {
    const ImDrawList& list = *data.CmdLists[i];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.ElemCount > 0) draw_command(renderer, list, command);
    }
  }
  SDL_RenderSetClipRect(renderer, nullptr);
}

}  // namespace farewell::kiosk
