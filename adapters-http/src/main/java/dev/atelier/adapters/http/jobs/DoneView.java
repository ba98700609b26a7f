package dev.atelier.adapters.http.jobs;

/// A command was carried out.
record DoneView(boolean success, String message) {}
