// One customer's way through the screens, as a pure state machine: what happened goes in, the next state and
// what to do about it come out. Knows no store, no network, no wall clock, no drawing. Values; any thread.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/survey/survey.h"
#include "core/visit/private_text.h"

namespace farewell::visit {

inline constexpr std::size_t kMaxCommentGraphemes = 500;
inline constexpr std::size_t kMaxCommentBytes = 4096;  ///< so that a response stays under 8 KiB in any script
inline constexpr std::size_t kMaxContactBytes = 254;   ///< the longest address there is (RFC 5321, 4.5.3.1.3)
inline constexpr std::int64_t kMoreTimeMs = 120'000;   ///< without a touch, for who needs more time
inline constexpr std::int64_t kRingAtMostMs = 120'000;  ///< then nobody is coming, and the screen says so

enum class Screen {
  welcome,   ///< always on show; also the first question
  change,    ///< "Is there one thing we could change?"
  words,     ///< the text field and keyboard over Change
  recovery,  ///< after an unhappy answer
  contact,   ///< the contact field over Recovery
  goodbye,
};
const char* to_text(Screen screen);

/// Which Goodbye: festive only after a neutral or happy answer.
enum class Farewell {
  garden,         ///< the guest's flower, with the bee after a happy answer
  fact,           ///< today's
  number,         ///< the guest's own, and at a milestone a treat for it
  treat,          ///< a code for the till
  changed,        ///< what guests asked for, done
  plain,          ///< the control group: thanks alone
  quiet_noted,    ///< unhappy, nobody is coming
  quiet_ringing,  ///< a help call rings; nobody has accepted yet
  quiet_person,   ///< somebody is on the way
  quiet_desk,     ///< nobody could be rung: "please ask at the desk"
  quiet_contact,  ///< a contact was left
};

enum class Recovery { undecided, call, contact, none };
enum class HelpCall { not_made, ringing, accepted, unavailable };
enum class Ended { completed, skipped, timed_out };
enum class ContactBy { phone, email };
/// A treat's code: asked for when it was drawn for somebody who will see it.
enum class Treat { none, asked, given };
/// What "Make this easier" can switch on; all of it is as usual again for the next customer.
enum class Ease { speech, large_text, contrast, reach, more_time, one_switch };
enum class Louder { quieter, louder };
inline constexpr int kMaxVolume = 5;
inline constexpr int kUsualVolume = 3;

/// How this customer has it. The usual ones are the values of an Eases{}.
struct Eases {
  bool speech = false;        ///< everything on the screen is read aloud
  bool large_text = false;    ///< large mode: capitals of 7.3 mm
  bool contrast = false;      ///< the high contrast theme
  bool reach = false;         ///< all controls in the lower half
  bool more_time = false;     ///< the idle warning comes after two minutes
  bool one_switch = false;    ///< the focus steps by itself; any key or touch selects
  int volume = kUsualVolume;  ///< of speech, 1 to kMaxVolume
  bool operator==(const Eases&) const = default;
};

/// What this terminal can do just now, beside what the survey asks for.
struct Abilities {
  bool help_calls = false;  ///< enrolled, so that somebody can be rung
  bool contacts = false;    ///< a sealing key is known
  bool treats = false;      ///< there is a key for their codes, and not all of today's are given
  std::uint32_t guest = 0;  ///< which of today's guests this visit's is, from 1; 0: not counted yet
};

struct ScreenTime {
  Screen screen = Screen::welcome;
  std::int64_t ms = 0;
};

/// The visit in progress. All times are monotonic milliseconds.
struct Visit {
  std::uint64_t number = 0;  ///< counts up; effects and outcomes carry it, so that late outcomes are known
  std::int64_t began_ms = 0;
  int value = 0;              ///< the satisfaction on disk; 0: not answered yet
  int pressed = 0;            ///< the face tapped and not yet on disk, or being held; 0: none
  bool answer_saved = false;  ///< `pressed` is on disk
  std::int64_t pressed_ms = 0;
  std::vector<std::string> topic_order;  ///< shuffled; "something-else" last
  std::vector<std::string> topics;       ///< chosen, in the order of choosing
  PrivateText comment;                   ///< sent with Done
  PrivateText draft;                     ///< being typed; wiped when the visit ends
  Recovery recovery = Recovery::undecided;
  HelpCall help_call = HelpCall::not_made;
  std::string helper;  ///< who accepted
  ContactBy contact_by = ContactBy::phone;
  PrivateText contact_draft;     ///< being typed; wiped when sealed or when the visit ends
  bool contact_checked = false;  ///< the draft was sent unfinished, and the screen says so
  bool contact_sealed = false;
  bool skipped = false;         ///< Change was skipped
  bool answered = false;        ///< Change was answered
  std::string surprise;         ///< kind, drawn at Goodbye; empty: none to draw from
  bool surprise_shown = false;  ///< false: the control group
  bool surprise_engaged = false;
  bool milestone = false;  ///< this guest's number is one
  Treat treat = Treat::none;
  std::string treat_code;           ///< "K7QM-2RXD"; empty until it is given
  std::vector<ScreenTime> screens;  ///< the ones left, in order; one entry a screen, times added
  std::vector<std::string> flags;   ///< "rapid", "burst"
};

/// All that the screens read. Between visits `visit` is empty and the screen is Welcome.
struct State {
  Screen screen = Screen::welcome;
  std::string language;
  std::optional<Visit> visit;
  Eases eases;  ///< until the visit ends
  Eases usual;  ///< what each visit begins with
  bool idle_warning = false;
  std::int64_t idle_warning_since_ms = 0;
  std::int64_t last_touch_ms = 0;
  std::int64_t screen_since_ms = 0;
  std::int64_t home_from_ms = 0;  ///< Goodbye stands from here: its arrival, the last touch, help's outcome
  std::int64_t now_ms = 0;        ///< when the last action came
  // What outlives a visit: randomness, and what odd input is known by.
  std::uint64_t random = 1;
  std::uint64_t visits = 0;
  std::optional<std::int64_t> last_ended_ms;
  int rapid_run = 0;
  std::deque<std::int64_t> recent_starts_ms;
};

// --- actions: what a person or the world did -----------------------------------------------------------

// clang-format off
struct Touched {};  ///< a touch that met nothing: it keeps the visit alive
struct FaceTapped { int value = 0; };
struct LanguageChosen { std::string tag; };
struct EaseTapped { Ease ease = Ease::contrast; };  ///< on, or off again
struct VolumeTapped { Louder louder = Louder::louder; };  ///< one step
struct UsualTapped {};  ///< "back to usual": every ease off again
struct BackTapped {};
struct TopicTapped { std::string topic; };  ///< chosen, or no longer
struct WordsTapped {};                      ///< "say it in your own words"
struct DraftEdited { PrivateText text; };   ///< the whole text as it now stands
struct WordsDone {};
struct ChangeDone {};                       ///< Done, or Skip when nothing was chosen
struct HelpTapped {};                       ///< yes, please
struct NoThanksTapped {};
struct ContactTapped {};                    ///< leave a contact instead
struct ContactByTapped { ContactBy by = ContactBy::phone; };
struct ContactEdited { PrivateText text; };
struct ContactSent {};
struct SurpriseTouched {};
struct AllDoneTapped {};                    ///< also "I have to go now"
struct MoreTimeTapped {};
struct ImDoneTapped {};
struct TimePassed {};                       ///< due_ms() was reached
struct AnswerSaved { std::uint64_t visit = 0; };
struct AnswerNotSaved { std::uint64_t visit = 0; };
struct ContactSealed { std::uint64_t visit = 0; };
struct ContactNotSealed { std::uint64_t visit = 0; };
struct HelpRinging { std::uint64_t visit = 0; };
struct HelpAccepted { std::uint64_t visit = 0; std::string by; };
struct HelpUnavailable { std::uint64_t visit = 0; };
struct TreatGiven { std::uint64_t visit = 0; std::string code; };
struct TreatNotGiven { std::uint64_t visit = 0; };
// clang-format on

using Action =
    std::variant<Touched, FaceTapped, LanguageChosen, EaseTapped, VolumeTapped, UsualTapped, BackTapped,
                 TopicTapped, WordsTapped, DraftEdited, WordsDone, ChangeDone, HelpTapped, NoThanksTapped,
                 ContactTapped, ContactByTapped, ContactEdited, ContactSent, SurpriseTouched, AllDoneTapped,
                 MoreTimeTapped, ImDoneTapped, TimePassed, AnswerSaved, AnswerNotSaved, ContactSealed,
                 ContactNotSealed, HelpRinging, HelpAccepted, HelpUnavailable, TreatGiven, TreatNotGiven>;

// --- effects: what to do about it ----------------------------------------------------------------------

// clang-format off
/// The visit was woken: count it. It gets an identity and a wall-clock start with its first SaveAnswer.
struct CountWoken {};
/// Store the satisfaction; report AnswerSaved once durable. A second replaces the first.
struct SaveAnswer { std::uint64_t visit = 0; int value = 0; int of = 5; std::string language; };
/// Store topics and comment as they now stand.
struct SaveChange { std::uint64_t visit = 0; std::vector<std::string> topics; std::string comment; };
struct SaveRecovery { std::uint64_t visit = 0; Recovery choice = Recovery::none; };
/// Ring the staff; report HelpRinging, HelpAccepted, HelpUnavailable.
struct RingForHelp { std::uint64_t visit = 0; std::string language; };
/// Seal to the hub's key and store; report ContactSealed or ContactNotSealed. Forget the text at once.
struct SealContact { std::uint64_t visit = 0; ContactBy by = ContactBy::phone; PrivateText text; };
/// Make a code for the till and count it; report TreatGiven or TreatNotGiven.
struct GiveTreat { std::uint64_t visit = 0; };
// clang-format on
/// Number the response and hand it to sync. Only for a visit with a saved answer.
struct FinishVisit {
  std::uint64_t visit = 0;
  Ended ended = Ended::completed;
  bool answered = false;
  std::string surprise;
  bool surprise_shown = false;
  bool surprise_engaged = false;
  std::int64_t duration_ms = 0;
  std::vector<ScreenTime> screens;
  std::vector<std::string> flags;
};

using Effect = std::variant<CountWoken, SaveAnswer, SaveChange, SaveRecovery, RingForHelp, SealContact,
                            GiveTreat, FinishVisit>;

struct Next {
  State state;
  std::vector<Effect> effects;
};

/// The state of a terminal that has just been started. `seed` feeds the shuffles and draws; `usual` is
/// what each visit begins with.
State initial(const survey::Survey& survey, std::uint64_t seed, const Eases& usual = {});

/// The same terminal under another survey. Only between visits.
State with_survey(State state, const survey::Survey& survey);

/// What follows from `action` at `now_ms`. Actions that do not fit the screen (a second tap on a face that is
/// being held, a late outcome) change nothing but may count as a touch.
Next update(const State& state, const Action& action, std::int64_t now_ms, const survey::Survey& survey,
            const Abilities& abilities);

/// When to report TimePassed, in monotonic milliseconds; nothing: not before the next action. Within the idle
/// warning this is each whole second, since the screen counts them.
std::optional<std::int64_t> due_ms(const State& state, const survey::Survey& survey);

/// Which Goodbye this is; only on Screen::goodbye. After an unhappy answer always a quiet one, whatever was
/// drawn; a treat is then given upon the quiet table.
Farewell farewell(const State& state);
/// All but the quiet ones: nothing is festive after an unhappy answer.
bool is_festive(Farewell which);

/// Whole seconds left in the idle warning, rounded up.
int idle_seconds_left(const State& state, std::int64_t now_ms, const survey::Survey& survey);

/// True if the draft could be reached: a phone number of at least 6 digits, or an address with a name, an @
/// and a dotted domain. Deliberately mild: a way to be reached is the customer's to know.
bool contact_looks_complete(ContactBy by, const std::string& draft);

}  // namespace farewell::visit
