#include "core/survey/surprises.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/base/json.h"

namespace farewell::survey {
namespace {

constexpr std::array<std::string_view, 5> kKinds = {"garden", "fact", "number", "treat", "changed"};
constexpr std::size_t kMaxFacts = 400;  // one for each day of a year, and some

bool contains(const auto& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool is_fact_id(std::string_view id) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !id.empty() && id.size() <= 32 && std::all_of(id.begin(), id.end(), fits);
}

/// Reads "surprises" of one survey, with what its faults must know of the rest of it.
class Reading {
 public:
  Reading(JsonReader& fields, const std::string& language, const Texts& texts)
      : fields_(fields), language_(language), texts_(texts) {}

  Surprises read() {
    read_kinds();
    made_.control_share = fields_.optional_number("control_share", 0, 1).value_or(made_.control_share);
    read_facts();
    read_treats();
    made_.changed_guests = integer("changed_guests", 0, 1'000'000);
    if (made_.has("changed")) need_text("kinds", "shop.changed");
    return made_;
  }

 private:
  int integer(const char* key, int min, int max) {
    return static_cast<int>(fields_.optional_integer(key, min, max).value_or(0));
  }

  void read_kinds() {
    if (fields_.has("kinds")) made_.kinds = fields_.strings("kinds", kKinds.size());
    std::set<std::string> seen;
    for (const std::string& kind : made_.kinds) {
      if (!contains(kKinds, kind)) {
        fields_.fault("kinds", "has \"" + kind + "\", must be of garden, fact, number, treat, changed");
      }
      if (!seen.insert(kind).second) fields_.fault("kinds", "has \"" + kind + "\" twice, remove one");
    }
  }

  void read_facts() {
    made_.facts = fields_.has("facts") ? fields_.strings("facts", kMaxFacts) : shipped_facts();
    for (const std::string& id : made_.facts) {
      if (!is_fact_id(id)) {
        fields_.fault("facts", "has \"" + id + "\", must be 1 to 32 of a to z, 0 to 9 and -");
      } else if (!contains(shipped_facts(), id)) {
        need_text("facts", "fact." + id);
      }
    }
    if (made_.facts.empty() && made_.has("fact"))
      fields_.fault("facts", "is empty, must have one for \"fact\"");
  }

  void read_treats() {
    made_.treats_per_day = integer("treats_per_day", 0, kMostTreatsPerDay);
    made_.milestone_every = integer("milestone_every", 0, 1'000'000);
    if (made_.milestone_every > 0 && !made_.has("number")) {
      fields_.fault("milestone_every", "needs \"number\" among the kinds, or must be 0");
    }
    if (made_.milestone_every > 0 && made_.milestone_every < 10) {
      fields_.fault("milestone_every",
                    "is " + std::to_string(made_.milestone_every) + ", must be 0 or 10 or more");
    }
    if (made_.give_treats() && made_.treats_per_day == 0) {
      fields_.fault("treats_per_day",
                    "must be 1 to " + std::to_string(kMostTreatsPerDay) + ", since treats are to be given");
    }
    if (!made_.give_treats() && made_.treats_per_day > 0) {
      fields_.fault("treats_per_day",
                    "is " + std::to_string(made_.treats_per_day) +
                        ", and nothing gives treats: add \"treat\" to the kinds, or make it 0");
    }
    if (made_.give_treats()) need_text(made_.has("treat") ? "kinds" : "milestone_every", "shop.treat");
  }

  void need_text(const char* because, const std::string& key) {
    const auto own = texts_.find(language_);
    if (own != texts_.end() && own->second.count(key) > 0) return;
    fields_.fault(because, "needs the text \"" + key + "\"; add it to texts." + language_);
  }

  JsonReader& fields_;
  const std::string& language_;
  const Texts& texts_;
  Surprises made_;
};

}  // namespace

bool Surprises::has(std::string_view kind) const {
  return contains(kinds, kind);
}

// What they rest on: poppy, Thompson, Bakker and Bekker, The Soil Seed Banks of North West Europe (1997),
// Papaver rhoeas; daisy, allium, cow-parsley and lupin, Stace, New Flora of the British Isles (a daisy's head
// of disc and ray florets, an umbel of stars, Apiaceae as the carrot is, nodules that fix nitrogen as in
// other Fabaceae); cornflower, Shiono, Matsugaki and Takeda, Nature 436 (2005), on its stable blue; tulip, De
// Hertogh and Le Nard, The Physiology of Flower Bulbs (1993), its stem lengthens once cut; harebell,
// Westrich, Die Wildbienen Deutschlands (2018), Chelostoma campanularum sleeps in bellflowers; dahlia, decree
// of the President of Mexico, 13 May 1963; buttercup, Vignolini and others, J. R. Soc. Interface 9 (2012);
// twinflower, Blunt, The Compleat Naturalist (1971), Gronovius named it Linnaea; lingonberry, Visti,
// Viljakainen and Laakso, Food Research International 36 (2003), its benzoic acid.
const std::vector<std::string>& shipped_facts() {
  static const std::vector<std::string> facts = {"poppy",    "daisy",       "cornflower", "tulip",
                                                 "harebell", "allium",      "dahlia",     "buttercup",
                                                 "lupin",    "cow-parsley", "twinflower", "lingonberry"};
  return facts;
}

std::vector<std::string> needed_texts(const Surprises& surprises) {
  std::vector<std::string> keys;
  if (surprises.has("fact")) {
    for (const std::string& id : surprises.facts) keys.push_back("fact." + id);
  }
  if (surprises.give_treats()) keys.push_back("shop.treat");
  if (surprises.has("changed")) keys.push_back("shop.changed");
  return keys;
}

Surprises read_surprises(JsonReader& survey, const std::string& default_language, const Texts& texts) {
  auto fields = survey.optional_object("surprises");
  if (!fields) {
    Surprises none_said;
    none_said.facts = shipped_facts();
    return none_said;
  }
  Surprises surprises = Reading(*fields, default_language, texts).read();
  (void)fields->done();  // the fault is the outer reader's too
  return surprises;
}

Json to_json(const Surprises& surprises) {
  return {{"kinds", surprises.kinds},
          {"control_share", surprises.control_share},
          {"facts", surprises.facts},
          {"milestone_every", surprises.milestone_every},
          {"treats_per_day", surprises.treats_per_day},
          {"changed_guests", surprises.changed_guests}};
}

}  // namespace farewell::survey
