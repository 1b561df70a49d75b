from django.forms.renderers import TemplatesSetting


class HouseRenderer(TemplatesSetting):
    field_template_name = "django/forms/field.html"
