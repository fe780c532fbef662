namespace Faubourg.Web;

public static partial class Forms
{
}
