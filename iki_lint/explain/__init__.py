"""What the rules are, told to people and programs: their texts, their examples as the tool judges them, the facts.

Everything is made from a catalogue: `cards` and `facts` collect it, `rule_page` and `fact_page` lay it out, and the
modules `page_text` and `page_markdown` write what is laid out.
"""
