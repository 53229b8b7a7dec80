// Dear ImGui's context and draw data on an SDL renderer: the two calls that Debian's libimgui lacks a backend
// for. Drawing thread only.
#pragma once

struct ImDrawData;
struct SDL_Renderer;
struct SDL_Texture;

namespace farewell::kiosk {

/// Begins Dear ImGui on this renderer and makes its font's texture, which the caller destroys at the end.
SDL_Texture* begin_imgui(SDL_Renderer* renderer);
void end_imgui(SDL_Texture* font);

void draw_imgui(SDL_Renderer* renderer, const ImDrawData& data);

}  // namespace farewell::kiosk
