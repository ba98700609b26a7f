package dev.atelier.adapters.ai.price;

import dev.atelier.domain.InvalidValue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.regex.Pattern;

/// Reads a table of prices strictly.
final class PriceRows {

    private static final int COLUMNS = 6;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*");
    private static final Pattern DOLLARS = Pattern.compile("\\d{1,4}(\\.\\d{1,6})?");

    private PriceRows() {}

    static PriceList read(String table) {
        var prices = new ArrayList<Price>();
        var known = new HashSet<String>();
        var number = 0;
        for (var line : table.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var price = row(line, number);
            if (!known.add(price.provider() + " " + price.model())) {
                throw wrong(number, price.model() + " has a price already");
            }
            prices.add(price);
        }
        return new PriceList(prices);
    }

    private static Price row(String line, int number) {
        var cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw wrong(number, "takes provider,host,model,input,output,since");
        }
        requireMonth(cells[5], number);
        return new Price(
                name(cells[0], number),
                name(cells[1], number),
                name(cells[2], number),
                dollars(cells[3], number),
                dollars(cells[4], number));
    }

    private static String name(String cell, int number) {
        if (!NAME.matcher(cell).matches()) {
            throw wrong(number, "'" + cell + "' is not a name");
        }
        return cell;
    }

    private static BigDecimal dollars(String cell, int number) {
        if (!DOLLARS.matcher(cell).matches()) {
            throw wrong(number, "'" + cell + "' is not a number of dollars");
        }
        return new BigDecimal(cell);
    }

    private static void requireMonth(String cell, int number) {
        try {
            YearMonth.parse(cell);
        } catch (DateTimeException _) {
            throw wrong(number, "'" + cell + "' is not a month");
        }
    }

    private static InvalidValue wrong(int number, String why) {
        return new InvalidValue("prices.csv, line " + number + ": " + why);
    }
}
