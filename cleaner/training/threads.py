"""Lay out pages on which people talk: the posts are content, their authors' cards are not."""

from __future__ import annotations

from cleaner.training.blocks import Block, Line, labelled
from cleaner.training.fittings import headline, tags
from cleaner.training.margins import button
from cleaner.training.parts import some
from cleaner.training.shelf import row
from cleaner.training.site import Site, clause
from cleaner.training.voices import nickname, remark, voted


def _card(site: Site, number: int) -> list[Line]:
    """Show who wrote a post: name, rank, when they joined, how much they wrote, where they live, what they drive."""
    rng = site.rng
    named, dated, ranked, numbered = (
        site.once(f"card {part}", lambda share=share: rng.random() < share)  # type: ignore[misc]
        for part, share in (("name", 0.75), ("date", 0.7), ("rank", 0.5), ("number", 0.3))
    )
    facts = site.once(
        "card facts", lambda: row(site, "voices", "metadata", rng.randrange(1, 5)) if rng.random() < 0.6 else []
    )
    again = site.once("card twice", lambda: rng.random() < 0.15)
    name = nickname(site)
    clock = ", " * (numbered or rng.random() < 0.5) + site.locale.clock(rng)
    ago = site.once("card ago", lambda: rng.random() < 0.25)
    when = site.phrase("metadata", "date") if ago else site.date() + clock
    stamp = [Line(when, "metadata")] * dated
    card = [Line(name, "credit")] * named * (2 if again else 1)
    if ranked:
        card += labelled("metadata", [site.once(f"rank {number % 3}", lambda: site.phrase("metadata", "fact"))])
    if facts:
        filled = row(site, "voices", "metadata", len(facts)) if rng.random() < 0.3 else facts
        card += labelled("metadata", filled)
    card = stamp + card if site.once("date first", lambda: rng.random() < 0.5) else card + stamp
    mark = site.once("post mark", lambda: rng.choice(("#{}", "#{}", "{}", "Post #{}", "#{} | Link")))
    return card + [Line(mark.format(number), "metadata")] * numbered


def forum(site: Site) -> list[Block]:
    """Lay out a thread: the posts are content, their authors' cards credit and metadata."""
    site.kind = "pages"
    rng = site.rng
    blocks = some(site, menu=0.5, crumbs=0.5, small_print=0.12, headline=0.85, pager=0.3)
    links = site.run("navigation", rng.randrange(1, 3)) if rng.random() < 0.4 else []
    signed = rng.choice((0.0, 0.0, 0.3, 0.7))
    mottos = [clause(remark(site), 80) for _ in range(3)]
    chatty = rng.choice((0.0, 0.3, 0.7, 1.0))
    rest = list(site.paragraphs)
    while len(rest) < 3 or (rng.random() < 0.4 and len(rest) < 12):
        rest.append(remark(site) if rng.random() < chatty else site.sentence())
    number, before = 0, ""
    while rest:
        number += 1
        size = rng.choice((1, 1, 1, 2, 3))
        post, rest = rest[:size], rest[size:]
        if rng.random() < chatty / 2:
            post.insert(rng.randrange(len(post) + 1), remark(site))
        blocks.append(Block("dateline", _card(site, number)))
        if before and rng.random() < 0.2:
            # A post quotes the one before it.
            post.insert(0, rng.choice(("“{}”", "{}", "> {}", "[QUOTE]{}[/QUOTE]")).format(before))
        if rng.random() < 0.15:
            post[0] = f"@{nickname(site)} {post[0]}"
        before = post[-1][:200]
        blocks.append(Block("body", [Line(text) for text in post]))
        if rng.random() < signed:
            # The word that closes every post of a member is part of the card.
            rule = [Line("_" * rng.choice((5, 10, 20)), "credit")] * (rng.random() < 0.4)
            blocks.append(Block("dateline", [*rule, Line(rng.choice(mottos), "credit")]))
        blocks.append(Block("buttons", labelled("navigation", links)))
        if rng.random() < 0.06:
            blocks.append(button(site, "promotion"))
    blocks += some(site, pager=0.3, others=0.35, tags=0.15, share=0.2, offer=0.15, menu=0.3)
    return blocks + some(site, small_print=0.2, footer=0.5)


def question(site: Site) -> list[Block]:
    """Lay out a question with its answers."""
    site.kind = "pages"
    rng = site.rng
    asked = Line(site.headline.rstrip(".?") + rng.choice(("?", "?", "")))
    blocks = [*some(site, menu=0.5), Block("headline", [asked]), *some(site, dateline=0.6)]
    counts = site.run("metadata", 2, "count")
    votes, form, chatty = rng.random() < 0.5, rng.random() < 0.6, rng.random() < 0.4
    for index, paragraph in enumerate(site.paragraphs[:12]):
        if votes and index % 2 == 0:
            blocks.append(
                Block("dateline", labelled("metadata", counts[:1] if rng.random() < 0.5 else [str(rng.randrange(40))]))
            )
        said = [Line(remark(site))] * (chatty and rng.random() < 0.4)
        blocks.append(Block("body", [*said, Line(paragraph)]))
        if index % 2 == 0 and rng.random() < 0.5:
            blocks.append(Block("dateline", [Line(nickname(site), "credit"), Line(site.date(), "metadata")]))
        if form and rng.random() < 0.4:
            blocks.append(Block("comments", labelled("comment", [site.habit("comment", "form")])))
    if rng.random() < 0.4:
        blocks.append(tags(site))
    return blocks + some(site, related=0.5, others=0.2, promotion=0.3, menu=0.2, footer=0.5)


def guestbook(site: Site) -> list[Block]:
    """Lay out a page that exists for what visitors say, as a guest book does: that is content."""
    site.kind = "pages"
    rng = site.rng
    blocks = [*some(site, menu=0.6, crumbs=0.3), headline(site), *some(site, tags=0.1)]
    if rng.random() < 0.5:
        blocks.append(Block("body", [Line(text) for text in site.paragraphs[: rng.randrange(1, 4)]]))
    link = site.habit("navigation", "button") if rng.random() < 0.4 else ""
    for _ in range(rng.choice((1, 2, 3))):
        for entry in voted(site, 9):
            for line in entry:
                role = "comments" if line.label == "comment" else "dateline" if line.label else "body"
                blocks.append(Block(role, [line]))
            blocks.append(Block("buttons", labelled("navigation", [link])))
    blocks += some(site, pager=0.4, comment_form=0.4, offer=0.3, others=0.3)
    return blocks + some(site, menu=0.35, small_print=0.3, footer=0.6)
