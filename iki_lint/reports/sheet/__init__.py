"""The review sheet (lembar telaah): what a reviewer fills and signs. One content, four writers."""
