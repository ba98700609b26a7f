package dev.atelier.adapters.ai.chat;

/// What a model is asked. Our rules and the user's words are kept apart.
///
/// @param data a JSON object in which everything is a value that others wrote
record Question(Rules rules, String data, ReplySchema schema) {}
