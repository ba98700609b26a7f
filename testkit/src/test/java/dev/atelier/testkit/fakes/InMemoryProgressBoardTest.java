package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.ProgressBoardContract;

final class InMemoryProgressBoardTest extends InMemoryContract implements ProgressBoardContract {}
