#!/usr/bin/env bash
# Deploys Atelier to Railway and says whether it works.
#
#   ./deploy_async.sh             sets what is not set yet, deploys, waits until the new version is healthy
#   ./deploy_async.sh --dry-run   prints every call and makes none
#
# The folder must be linked to a service (`railway link`). ATELIER_URL names the address to look at, where it is not the
# domain that Railway gave; HEALTH_PATIENCE is how many seconds to wait for health, HEALTH_PAUSE between two looks.
set -euo pipefail
cd "$(dirname "$0")"

HEALTH=/api/ai-agent/health
HEALTH_PATIENCE=${HEALTH_PATIENCE:-300}
HEALTH_PAUSE=${HEALTH_PAUSE:-3}

# What is set to something else already stays as it is.
DEFAULTS=(
  MAX_CONCURRENT_JOBS=3
  JOB_PROCESSING_INTERVAL=5
  MAX_JOB_RETRIES=3
  JOB_CLEANUP_DAYS=7
  APP_ENV=production
  # From SIGTERM to SIGKILL; Railway's own 3 seconds are just what an orderly stop may take.
  RAILWAY_DEPLOYMENT_DRAINING_SECONDS=10
)

main() {
  read_arguments "$@"
  check_cli
  check_login
  read_variables
  require_variables
  set_missing_variables
  deploy
  find_address
  await_health
}

read_arguments() {
  dry_run=
  case "${1:-}" in
    '') ;;
    --dry-run) dry_run=yes ;;
    *) fail "usage: $0 [--dry-run]" ;;
  esac
}

check_cli() {
  [ "$dry_run" ] || command -v railway >/dev/null ||
    fail 'The Railway CLI is not installed: npm install -g @railway/cli'
}

# A project token (RAILWAY_TOKEN) belongs to nobody, so that whoami would fail.
check_login() {
  if [ -z "${RAILWAY_TOKEN:-}" ]; then
    call railway whoami >&3 || fail 'Not logged in to Railway: railway login'
  fi
  call railway status >&3 || fail 'This folder belongs to no Railway project: railway link'
}

# Their values are secrets: they are never printed.
read_variables() {
  variables=
  if [ "$dry_run" ]; then
    call railway variables --kv
  else
    variables=$(railway variables --kv) || fail 'The variables of the service cannot be read: railway service'
  fi
}

is_set() { grep -q "^$1=." <<<"$variables"; }

# Without these the service refuses to start, which would cost a whole build to find out.
require_variables() {
  [ "$dry_run" ] && return
  local missing=()
  is_set DATABASE_URL || missing+=("railway variables --set 'DATABASE_URL=\${{Postgres.DATABASE_URL}}'  # after: railway add --database postgres")
  if ! is_set APP_ENV || grep -qi '^APP_ENV=production$' <<<"$variables"; then
    is_set FIREBASE_PROJECT_ID || missing+=("railway variables --set FIREBASE_PROJECT_ID=…  # whose users may sign in")
    grep -qE '^(AI_PROVIDER|(OPENAI|ANTHROPIC|GEMINI|OLLAMA)_API_KEY|OLLAMA_(MODEL|BASE_URL))=.' <<<"$variables" ||
      missing+=("railway variables --set OPENAI_API_KEY=…  # or another provider's key, or AI_PROVIDER=offline")
  fi
  [ ${#missing[@]} -eq 0 ] || fail "$(printf '%s\n' 'Set first what the service cannot start without:' "${missing[@]}")"
}

set_missing_variables() {
  local each missing=()
  for each in "${DEFAULTS[@]}"; do
    if is_set "${each%%=*}"; then
      echo "${each%%=*} is set already and stays as it is"
    else
      missing+=(--set "$each")
    fi
  done
  [ ${#missing[@]} -eq 0 ] ||
    call railway variables "${missing[@]}" --skip-deploys >&3 || fail 'The variables cannot be set'
}

deploy() {
  deployed_at=$SECONDS
  call railway up --ci || fail 'The deployment failed: see above, or railway logs --build'
}

find_address() {
  address=${ATELIER_URL:-}
  if [ -z "$address" ]; then
    local domain
    domain=$(sed -n 's/^RAILWAY_PUBLIC_DOMAIN=//p' <<<"$variables")
    if [ -z "$domain" ]; then
      call railway domain >&4 || fail 'The service has no domain, and none can be made: railway domain'
      domain=$([ "$dry_run" ] && echo '<domain>' || grep -oE '[a-z0-9.-]+\.[a-z]{2,}(:[0-9]+)?' "$said" | tail -1) ||
        fail "Railway names no domain: $(cat "$said")"
    fi
    address=https://$domain
  fi
}

# The old version answers until the new one is healthy: it is known by its age.
await_health() {
  if [ "$dry_run" ]; then
    call curl --silent --show-error --max-time 10 "$address$HEALTH"
    return
  fi
  local answer='' age begun=$SECONDS
  while :; do
    answer=$(curl --silent --show-error --max-time 10 "$address$HEALTH" 2>&1) || true
    age=$(sed -nE 's/.*"uptime_seconds" *: *([0-9]+).*/\1/p' <<<"$answer")
    if grep -qE '"status" *: *"healthy"' <<<"$answer" && [ "${age:-0}" -le $((SECONDS - deployed_at)) ]; then
      echo "Atelier works: $address"
      return
    fi
    [ $((SECONDS - begun)) -lt "$HEALTH_PATIENCE" ] || break
    sleep "$HEALTH_PAUSE"
  done
  fail "Atelier is deployed but not healthy after $HEALTH_PATIENCE s: $address$HEALTH
last answer: ${answer:0:500}
railway logs tells more."
}

call() {
  printf '+' >&2
  printf ' %q' "$@" >&2
  echo >&2
  [ "$dry_run" ] || "$@"
}

fail() {
  echo "$*" >&2
  exit 1
}

# What the CLI says of itself is of no interest (3), or is to be read (4).
said=$(mktemp)
trap 'rm -f "$said"' EXIT
exec 3>/dev/null 4>"$said"
main "$@"
