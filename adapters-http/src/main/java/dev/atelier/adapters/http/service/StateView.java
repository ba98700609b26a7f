package dev.atelier.adapters.http.service;

/// What an orchestrator asks about.
record StateView(boolean success, String status) {}
