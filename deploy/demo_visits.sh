# Sourced, not run. Three visits for the quickstart: a happy one, an unhappy one with a topic and a typed
# comment, one walked away from. Wants hands.sh.

demo_visits() {
  local pictures=$1
  wait_for_screen welcome 20
  sleep 0.5
  snapshot "$pictures/1-welcome.png"

  echo "A happy visit"
  tap Good
  wait_for_screen change
  sleep 0.6
  snapshot "$pictures/2-change.png"
  tap Skip
  wait_for_screen goodbye
  sleep 3
  snapshot "$pictures/3-goodbye.png"
  tap "All done"
  wait_for_screen welcome

  echo "An unhappy visit, with a topic and a comment"
  tap Bad
  wait_for_screen change
  tap "Waiting time"
  tap "Say it in your own words"
  wait_for_screen words
  write_words "the queue was long"
  sleep 0.4
  snapshot "$pictures/4-words.png"
  tap Done
  wait_for_screen change
  sleep 0.6
  snapshot "$pictures/5-change-chosen.png"
  tap Done
  wait_for_screen recovery
  sleep 0.6
  snapshot "$pictures/6-recovery.png"
  tap "No, thank you"
  wait_for_screen goodbye
  sleep 1
  snapshot "$pictures/7-goodbye-quiet.png"
  tap "All done"
  wait_for_screen welcome

  echo "A visit walked away from (the terminal waits, asks, and clears the screen)"
  tap Okay
  wait_for_screen change
  sleep 22
  snapshot "$pictures/8-idle-warning.png"
  wait_for_screen welcome 60
}
