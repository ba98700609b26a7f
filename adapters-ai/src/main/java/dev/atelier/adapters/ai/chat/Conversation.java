package dev.atelier.adapters.ai.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.atelier.adapters.ai.diagram.Finding;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;

import java.util.ArrayList;
import java.util.List;

/// What has been said between us and a model: our rules, the user's data, and after a reply that is
/// not good enough that reply and what is wrong with it.
final class Conversation {

    /// More than any good reply has; nobody pays to have the rest read back.
    private static final int LONGEST_REPLY = 60_000;

    private static final int MOST_PROBLEMS = 20;

    private final Question question;
    private final ReplyForm form;
    private final List<ChatMessage> messages = new ArrayList<>();

    Conversation(Question question, ReplyForm form) {
        this.question = question;
        this.form = form;
        messages.add(SystemMessage.from(form.told(question.rules().text(), question.schema())));
        messages.add(UserMessage.from(question.data()));
    }

    ChatRequest request() {
        var request = ChatRequest.builder().messages(List.copyOf(messages));
        return form.demandedBy(request, question.schema()).build();
    }

    /// Hands the reply back with what is wrong with it, as data. No provider takes an empty reply.
    void object(String reply, List<Finding> findings) {
        var said = reply.substring(0, Math.min(reply.length(), LONGEST_REPLY));
        messages.add(AiMessage.from(said.isBlank() ? "{}" : said));
        messages.add(UserMessage.from(problems(findings)));
    }

    private static String problems(List<Finding> findings) {
        var data = JsonNodeFactory.instance.objectNode();
        var problems = data.putArray("problems");
        for (var finding : findings.stream().limit(MOST_PROBLEMS).toList()) {
            var problem = problems.addObject().put("problem", finding.problem().words());
            if (!finding.about().isEmpty()) {
                problem.put("about", finding.about());
            }
        }
        return data.toString();
    }
}
