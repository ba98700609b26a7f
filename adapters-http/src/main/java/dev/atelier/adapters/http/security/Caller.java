package dev.atelier.adapters.http.security;

import dev.atelier.domain.job.UserId;

/// Who is asking, proven by a token.
///
/// @param admin whether the token lets them see what belongs to everybody
public record Caller(UserId user, boolean admin) {}
