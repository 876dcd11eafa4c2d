"""What an archival PDF (PDF/A-3a, PDF/UA-1) carries besides its pages: metadata, colour, files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFPage,
    PDFStream,
    PDFString,
    PDFText,
    PDFZCompress,
)

for _kind, _names in ((PDFPage, ("StructParents", "Tabs")), (PDFCatalog, ("OutputIntents", "AF"))):
    _kind.__NoDefault__ += [name for name in _names if name not in _kind.__NoDefault__]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file carried inside the PDF."""

    name: str
    mime: str
    description: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself; `created` is aware."""

    title: str
    author: str
    subject: str
    language: str
    tool: str
    created: datetime


def write_archive(
    document: PDFDocument, metadata: Metadata, attachments: tuple[Attachment, ...]
) -> None:
    """Put metadata, output intent and attachments into the catalogue."""
    catalogue = document.Catalog
    xmp = _xmp(metadata)
    catalogue.Metadata = XMP(creator=lambda _document: xmp)
    profile = PDFStream(PDFDictionary({"N": 3}), _srgb(), [PDFZCompress])
    catalogue.OutputIntents = PDFArray(
        [
            PDFDictionary(
                {
                    "Type": PDFName("OutputIntent"),
                    "S": PDFName("GTS_PDFA1"),
                    "OutputConditionIdentifier": PDFString("sRGB"),
                    "Info": PDFString("sRGB"),
                    "DestOutputProfile": document.Reference(profile),
                }
            )
        ]
    )
    names: list[object] = []
    for attachment in sorted(attachments, key=lambda each: each.name):
        names += [PDFString(attachment.name), _file(document, attachment, metadata.created)]
    if names:
        catalogue.Names = PDFDictionary(
            {"EmbeddedFiles": PDFDictionary({"Names": PDFArray(names)})}
        )
        catalogue.AF = PDFArray(names[1::2])


def _file(document: PDFDocument, attachment: Attachment, created: datetime) -> object:
    digest = hashlib.md5(attachment.data, usedforsecurity=False).digest()
    parameters = PDFDictionary(
        {
            "Size": len(attachment.data),
            "ModDate": PDFString(created.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")),
            "CheckSum": PDFText(digest, enc="raw"),
        }
    )
    # PDFName would leave the slash of the media type as it is
    kind = "/" + attachment.mime.replace("/", "#2F")
    entries = {"Type": PDFName("EmbeddedFile"), "Subtype": kind, "Params": parameters}
    stream = document.Reference(PDFStream(PDFDictionary(entries), attachment.data, [PDFZCompress]))
    return document.Reference(
        PDFDictionary(
            {
                "Type": PDFName("Filespec"),
                "F": PDFString(attachment.name),
                "UF": PDFString(attachment.name),
                "Desc": PDFString(attachment.description),
                "AFRelationship": PDFName("Source"),
                "EF": PDFDictionary({"F": stream, "UF": stream}),
            }
        )
    )


@cache
def _srgb() -> bytes:
    """The sRGB profile with its creation date and identifier fixed, for equal bytes."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((7, 232, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    profile[84:100] = bytes(16)
    return bytes(profile)


_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_AIIM = "http://www.aiim.org"


def _xmp(metadata: Metadata) -> bytes:
    """The metadata packet; dates equal those of the information dictionary."""
    moment = metadata.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00")
    title, author, subject = (
        escape(text) for text in (metadata.title, metadata.author, metadata.subject)
    )
    tool, language = escape(metadata.tool), escape(metadata.language)
    alt = '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'
    dublin_core = (
        f"<dc:title>{alt.format(title)}</dc:title>"
        f"<dc:description>{alt.format(subject)}</dc:description>"
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
    )
    basic = (
        f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>"
        f"<xmp:CreatorTool>{tool}</xmp:CreatorTool><pdf:Producer>{tool}</pdf:Producer>"
    )
    conformance = (
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
        "<pdfuaid:part>1</pdfuaid:part>"
    )
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        f' xmlns:pdfaid="{_AIIM}/pdfa/ns/id/" xmlns:pdfuaid="{_AIIM}/pdfua/ns/id/">'
        f"{dublin_core}{basic}{conformance}</rdf:Description>{_extension_schema()}"
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    return packet.encode("utf-8")


def _extension_schema() -> str:
    """PDF/A wants every schema it does not know itself described, here that of PDF/UA."""
    prefixes = "".join(
        f' xmlns:{prefix}="{_AIIM}/pdfa/ns/{path}"'
        for prefix, path in (
            ("pdfaExtension", "extension/"),
            ("pdfaSchema", "schema#"),
            ("pdfaProperty", "property#"),
        )
    )
    member = '<rdf:li rdf:parseType="Resource">'
    return (
        f'<rdf:Description rdf:about=""{prefixes}><pdfaExtension:schemas><rdf:Bag>{member}'
        "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{_AIIM}/pdfua/ns/id/</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>{member}"
        "<pdfaProperty:name>part</pdfaProperty:name>"
        "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category>"
        "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
        "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
        "</rdf:Description>"
    )
