package dev.atelier.bootstrap;

/// The arguments of the process make no sense. The message is the one line that the operator reads.
final class WrongUse extends IllegalArgumentException {

    WrongUse(String message) {
        super(message);
    }
}
