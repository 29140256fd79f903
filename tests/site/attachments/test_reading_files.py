def test_x(portal):
    print(portal.portal_workflow.objectIds())
def test_y(portal):
    from vanphong.ledger import documents
    b=portal["to-chuc"].ubnd
    rows = documents.list_documents(b.UID(),"in",tokens=None).rows
    print(len(rows))
    d = portal.unrestrictedTraverse(rows[0]["path"])
    print(d.attachments[0].blob.data[:10])
