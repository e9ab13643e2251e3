export function PrintDialog(_props: { readonly onClose: () => void }) {
  return null;
}
