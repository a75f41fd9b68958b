"""Page numbers, read out of a PDF."""

from samestory.book.print.places import page_numbers


def test_page_numbers_are_read_out_of_the_tree_of_pages() -> None:
    pdf = (
        b"%PDF-1.4\n1 0 obj\n<</Type /Page\n/Parent 5 0 R>>\nendobj\n"
        b"\n5 0 obj\n<</Type /Pages\n/Count 2\n/Kids [2 0 R 1 0 R]\n/Parent 7 0 R>>\nendobj\n"
        b"\n6 0 obj\n<</Type /Pages\n/Count 1\n/Kids [3 0 R]\n/Parent 7 0 R>>\nendobj\n"
        b"\n7 0 obj\n<</Type /Pages\n/Count 3\n/Kids [5 0 R 6 0 R]>>\nendobj\n"
        b"\n8 0 obj\n<</p1 [1 0 R /XYZ 0 841 0]\n/answers [3 0 R /XYZ 0 841 0]>>\nendobj\n"
        b"\n9 0 obj\n<</Type /Catalog\n/Pages 7 0 R\n/Dests 8 0 R>>\nendobj\n"
    )
    assert page_numbers(pdf) == {"p1": 2, "answers": 3}
