package dev.atelier.bootstrap;

/// A setting has a value that it does not take. The message is the one line that the operator
/// reads.
final class WrongSetting extends IllegalArgumentException {

    WrongSetting(String name, String value, String takes) {
        super(name + "=" + value + ": must be " + takes);
    }

    WrongSetting(String message) {
        super(message);
    }
}
