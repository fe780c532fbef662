namespace Faubourg.Web.Councils;

/// <summary>A proposal's letter and shape: colour is never what tells two apart, and a shape can be drawn with chalk.</summary>
public static class Letters
{
    private const string Shapes = "▲●■◆★✚▼○□◇☆△▽";

    /// <summary>"A" for 1.</summary>
    public static string Of(int number) => $"{(char)('A' + number - 1)}";

    public static string Shape(int number) => $"{Shapes[(number - 1) % Shapes.Length]}";

    /// <summary>"A ▲".</summary>
    public static string Signed(int number) => $"{Of(number)} {Shape(number)}";
}
