"""How every form of the house is drawn, and the clock's own form."""

from django.forms.renderers import TemplatesSetting


class HouseRenderer(TemplatesSetting):
    field_template_name = "django/forms/field.html"
