using System.Reflection;

namespace Faubourg.Web;

/// <summary>The one table of everything that can be sent here. Each area adds its forms in a file Forms.Area.cs of this class.</summary>
public static partial class Forms
{
    private static readonly Lazy<IReadOnlyList<Form>> Table = new(() =>
    [
        .. from field in typeof(Forms).GetFields(BindingFlags.Public | BindingFlags.Static)
           where field.FieldType == typeof(Form)
           let form = (Form)field.GetValue(null)!
           orderby form.Name
           select form,
    ]);

    public static IReadOnlyList<Form> All => Table.Value;
}
