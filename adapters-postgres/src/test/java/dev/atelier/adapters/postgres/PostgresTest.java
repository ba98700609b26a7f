package dev.atelier.adapters.postgres;

import dev.atelier.testkit.contract.JobsUnderTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// A class of tests with a database of its own, emptied before each test.
@TestInstance(Lifecycle.PER_CLASS)
abstract class PostgresTest {

    private TestDatabase database;

    @BeforeAll
    void createDatabase() {
        database = newDatabase();
    }

    TestDatabase newDatabase() {
        return new TestDatabase();
    }

    @BeforeEach
    void emptyDatabase() {
        database.empty();
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    TestDatabase database() {
        return database;
    }

    public JobsUnderTest jobs() {
        return database;
    }
}
