package dev.atelier.bootstrap;

/// How lines in the log look.
enum LogFormat {
    /// For people.
    TEXT,
    /// For machines: one JSON object a line.
    JSON
}
